import { Refusal } from '#kernel/refusal.ts';

/** The two ways in which a rule says no; the sentence tells what to do next. */
export const against = (sentence: string, article?: string) => new Refusal('AgainstRule', sentence, article);
export const tooLate = (sentence: string, article?: string) => new Refusal('TooLate', sentence, article);
