/** What may be asked: 调解、和解. Text comes as `Words`, already put away. */
export type AgreementCommand = never;
