import { Refusal } from '#kernel/refusal.ts';

/** The ways in which a rule says no; the sentence tells what to do next. */
export const against = (sentence: string, article?: string) => new Refusal('AgainstRule', sentence, article);
/** Somebody else's matter and one that does not exist sound alike: whoever tries numbers learns nothing. */
export const notHere = () => new Refusal('NotFound', '没有这件信访事项，或者不在本单位经手的范围内。请核对编号。');
export const tooLate = (sentence: string, article?: string) => new Refusal('TooLate', sentence, article);
