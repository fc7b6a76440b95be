/** The questions, in order. One a page. */
export const STEPS = ['purpose', 'story', 'place', 'claims', 'earlier', 'files', 'whom', 'group', 'agent', 'contact', 'way', 'address'] as const;
export type Step = (typeof STEPS)[number];
