/** What can be answered in the portal's form. All of it is text as it was typed; nothing is thrown away. */
export interface Answers {
  readonly purpose?: string;
  readonly call?: string; // which call for suggestions it answers
  readonly title?: string;
  readonly story?: string;
  readonly town?: string;
  readonly where?: string;
  readonly claims?: readonly string[];
  readonly earlier?: string;
  readonly earlierWhere?: string;
  readonly whom?: string;
  readonly count?: string;
  readonly people?: readonly ContactPerson[];
  readonly as?: string;
  readonly principal?: string;
  readonly named?: string;
  readonly name?: string;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly way?: string;
  readonly address?: string;
}

/** One who speaks for a group. Letters and web posts name contact persons; the limit of five binds visits (§20¶3). */
export interface ContactPerson {
  readonly name: string;
  readonly phone: string;
}

/** What the petitioner chose; a person at the desk sets the kind. */
export const PURPOSES = ['seek', 'suggestion', 'accusation', 'inquiry', 'thanks'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const EARLIER = ['no', 'yes', 'unsure'] as const;
export const WHOM = ['self', 'group', 'other'] as const;
export const AS = ['agent', 'guardian'] as const;
export const NAMED = ['yes', 'no'] as const;
export const WAYS = ['post', 'counter', 'web'] as const;

export type Earlier = (typeof EARLIER)[number];
export type Whom = (typeof WHOM)[number];
export type Way = (typeof WAYS)[number];

export const MOST_CLAIMS = 10;
export const MOST_PEOPLE = 5; // fields on the page; a group of any size may file
