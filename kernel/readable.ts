/**
 * Text as it is shown and printed: in the order in which it was typed. Marks that
 * turn the order of words or amounts round without being seen, and other marks
 * that nobody sees, are left out wherever a person reads; what was typed is kept
 * as it came. Joiners inside a script and the variants of rare characters stay.
 */
const UNSEEN = /[\u0080-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

export const readable = (text: string): string => text.replace(UNSEEN, '');
