import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import type { MatterAction } from '../domain/actions.ts';
import { deidentify, identifyingIn, type Known } from '../domain/ways/review/publication/deidentify.ts';
import { lastDayToObject, type PublishedText } from '../domain/ways/review/publication/state.ts';
import { textOf, type LoadedMatter } from './load.ts';
import { partiesOf, type Party } from './parties.ts';

/** Everybody who brought or joined the matter, as they were ever told: who changed a telephone is known by the old one too. */
export function knownOf({ matter, past, texts }: LoadedMatter): Known {
  const told = past.flatMap((recorded): unknown[] => {
    const action = recorded as unknown as MatterAction;
    if (action.type === 'MatterOpened' || action.type === 'ContactChanged') return listIn(textOf(texts, action.parties));
    return action.type === 'MemberJoined' ? [objectIn(textOf(texts, action.card))] : [];
  });
  const parties = [...partiesOf({ matter, texts }), ...(told as Partial<Party>[])];
  const all = (field: 'name' | 'phone' | 'address') => [...new Set(parties.map((party) => party[field] ?? '').filter((one) => one !== ''))];
  return { names: all('name'), phones: all('phone'), addresses: all('address') };
}

const listIn = (text: string): unknown[] => (text.startsWith('[') ? JSON.parse(text) : []);
const objectIn = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : {});

/** The parts of a public text in which somebody might stand. Organs and numbers of papers are public already. */
const PARTS = ['subject', 'claims', 'result', 'basis'] as const;

/** What of a text still leads to a person; nothing, where a rule finds nobody. */
export const leftIn = (loaded: LoadedMatter, text: Readonly<Partial<Record<(typeof PARTS)[number], string>>>): string[] => {
  const known = knownOf(loaded);
  return [...new Set(PARTS.flatMap((part) => identifyingIn(text[part] ?? '', known)))];
};

/** The text that was signed, to be shown or looked through again; nothing once its words were erased. */
export function publicationOf({ matter: { publication }, texts }: Pick<LoadedMatter, 'matter' | 'texts'>): PublishedText | undefined {
  const text = publication && texts.get(publication.text.id);
  return text ? (JSON.parse(text) as PublishedText) : undefined;
}

/** What the machine proposes: the words of the matter with nobody in them. A person edits and answers for it. */
export function draftedPublication(
  loaded: LoadedMatter,
  today: PlainDate,
  law: Law,
): Record<'subject' | 'claims' | 'result', string> & Record<string, string | undefined> {
  const { matter, past, texts } = loaded;
  const known = knownOf(loaded);
  const plain = (text: string) => deidentify(text, known);
  const issued = past.findLast(({ type }) => type === 'RecheckOpinionIssued') as unknown as Extract<MatterAction, { type: 'RecheckOpinionIssued' }> | undefined;
  const heard = matter.hearings?.findLast(({ instance, state }) => instance === 'recheck' && state === 'reported');
  const startsOn = addDays(lastDayToObject(today, law), 1);
  return {
    subject: plain(textOf(texts, matter.opening?.title)),
    claims: plain(matter.claims.map(({ text }) => textOf(texts, text)).join('；')),
    result: plain([issued && RESULTS[issued.result], textOf(texts, issued?.grounds)].filter(Boolean).join('。')),
    heardOn: heard?.on,
    startsOn,
    endsOn: addDays(startsOn, law.limits.publication.days - 1),
  };
}

const RESULTS = { uphold: '维持', change: '变更', revoke: '撤销', revokeAndRemand: '撤销，并责令限期重新作出' } as const;
