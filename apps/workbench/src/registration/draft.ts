/** What is written down at the desk, and what still has to be before it can be registered. */
import type { Registration } from '#contexts/intake/contract.ts';
import type { Channel } from '#kernel/channels.ts';
import { todayInChina, timeOfDay, toMoment } from '../shared/dates.ts';
import { mixedOf } from '../sealed/mixed.ts';
import type { KeptFile } from '../shared/fields/FilePicker.tsx';
import { isWhole, type PartDraft, toPart } from '../triage/parts.ts';

export type Party = Registration['parties'][number];

export interface RegistrationDraft {
  readonly channel: Channel;
  readonly receivedAt: string; // wall clock in China
  readonly postmarkOn: string; // of a letter
  readonly title: string;
  readonly text: string;
  readonly claims: readonly string[];
  readonly parties: readonly Partial<Party>[];
  readonly anonymous: boolean;
  readonly electronic: boolean;
  readonly people: string;
  readonly place: string;
  readonly idNumber: string;
  readonly oral: string;
  readonly drawn: string; // a signature on the screen at the counter
  readonly files: readonly KeptFile[];
  readonly parts: readonly PartDraft[]; // divided at once, where that is already clear
  readonly call: string; // the call for suggestions that it answers, if it answers one
  readonly blackOut: string; // of a letter that asks and accuses: further words
  readonly release: readonly number[];
}

export const now = () => `${todayInChina()}T${timeOfDay(new Date().toISOString())}`;

export const emptyDraft = (channel: Channel): RegistrationDraft => ({
  channel,
  receivedAt: now(),
  postmarkOn: '',
  title: '',
  text: '',
  claims: [],
  parties: [{ role: 'principal' }],
  anonymous: false,
  electronic: false,
  people: '1',
  place: '',
  idNumber: '',
  oral: '',
  drawn: '',
  files: [],
  parts: [],
  call: '',
  blackOut: '',
  release: [],
});

/** Only a suggestion answers a call: whatever was divided has to hold one, or one that is still to be told. */
export const mayAnswerCall = ({ parts }: Pick<RegistrationDraft, 'parts'>) =>
  parts.length === 0 || parts.some(({ accusation, now: told, kind }) => !accusation && (!told || !kind || kind === 'suggestion'));

/** Someone who is there confirms what was written down; a letter confirms itself. */
export const isOral = ({ channel }: Pick<RegistrationDraft, 'channel'>) => channel === 'visit' || channel === 'phone';

/** Only a letter bears a postmark; what was typed before another channel was chosen is not sent. */
const isPosted = ({ channel, postmarkOn }: RegistrationDraft) => channel === 'letter' && Boolean(postmarkOn);

export type Wrong = Readonly<Partial<Record<keyof RegistrationDraft | 'name', string>>>;

export function wrongIn(draft: RegistrationDraft): Wrong {
  const { title, text, anonymous, parties, people, receivedAt, parts } = draft;
  const first = parties[0];
  const count = Number(people);
  const tooMany = draft.channel === 'visit' ? tooManyOf(partiesOf(draft)) : 0;
  return {
    ...(title.trim().length < 2 && { title: '写一句发生了什么' }),
    ...(text.trim().length < 2 && { text: '写下原话；来信的照着抄，或者写明“见附件”' }),
    ...(!anonymous && !first?.name?.trim() && { name: '写姓名；不愿留名的勾“匿名”' }),
    ...((!Number.isInteger(count) || count < 1) && { people: '至少 1 人' }),
    ...(!receivedAt && { receivedAt: '写收到的时间，期限从这一天算' }),
    ...(isPosted(draft) && draft.postmarkOn > receivedAt.slice(0, 10) && { postmarkOn: '邮戳日期晚于收到的日期，请核对' }),
    ...(receivedAt > now() && { receivedAt: '收到的时间还没有到，请核对' }),
    ...(tooMany > 0 && { parties: `来访的代表最多5人，现在写了${tooMany}人。其他人请记为联名人，他们同样可以凭查询码查询（第二十条第三款）。` }),
    ...(parts.some((part) => !isWhole(part)) && { parts: '还有没写完的一件' }),
  };
}

/** How many speak for a group that came, where that is more than may (第二十条第三款): whoever is named first speaks too. */
function tooManyOf(parties: readonly Party[]): number {
  const speaking = parties.filter(({ role }) => role === 'representative' || role === 'principal').length;
  return speaking > 5 ? speaking : 0;
}

const partiesOf = ({ anonymous, parties }: RegistrationDraft): Party[] =>
  anonymous ? [] : parties.filter(({ name }) => name?.trim()).map((party) => clean(party) as Party);

function clean<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const kept = typeof value === 'string' ? value.trim() : value;
      return kept === '' || kept === undefined ? [] : [[name, kept]];
    }),
  ) as Partial<T>;
}

export function toRegistration(draft: RegistrationDraft): Registration {
  const { channel, receivedAt, title, text, claims, anonymous, electronic, people, place, idNumber, oral, drawn, files, parts, call } = draft;
  return {
    channel,
    receivedAt: toMoment(receivedAt),
    title: title.trim(),
    text: text.trim(),
    claims: claims.map((claim) => claim.trim()).filter((claim) => claim.length >= 2),
    parties: partiesOf(draft),
    anonymous,
    electronic: electronic && !anonymous,
    people: Number(people),
    ...clean({ place, idNumber: anonymous ? '' : idNumber }),
    ...(isPosted(draft) && { postmarkOn: draft.postmarkOn as NonNullable<Registration['postmarkOn']> }),
    ...(oral && isOral(draft) && { oral: oral as NonNullable<Registration['oral']> }),
    ...(drawn && channel === 'visit' && oral === 'signature' && { drawn }),
    ...(files.length > 0 && { files: files.map(({ id }) => id) }),
    ...(call && mayAnswerCall(draft) && { call }),
    ...(parts.length > 0 && { parts: parts.map(toPart), ...mixedOf(draft, parts) }),
  };
}

export const personsOf = (draft: RegistrationDraft) => ({ parties: partiesOf(draft), ...clean({ idNumber: draft.idNumber }) });
