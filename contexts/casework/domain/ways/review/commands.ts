/** What may be asked: 复查、复核、不再受理. Text comes as `Words`, already put away. */
export type ReviewCommand = never;
