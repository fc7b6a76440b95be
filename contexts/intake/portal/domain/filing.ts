import type { PlainDate } from '#kernel/dates.ts';
import type { Answers, ContactPerson, Earlier, Purpose, Way, Whom } from './answers.ts';
import { settled } from './call.ts';

/** A file that was taken in: what it really is, where it lies, and the key that opens it. */
export interface KeptFile {
  readonly blob: string;
  readonly key: string; // base64; travels only inside envelopes
  readonly name: string; // as the petitioner called it
  readonly type: string; // by content, never by name
  readonly bytes: number;
  readonly sha256: string; // of the bytes kept; in pictures the position has been removed
}

/** What is kept under a resume code (续填码). */
export interface Draft {
  readonly arrival: string; // the id that the intake will have: handing in twice is handing in once
  readonly code: string; // its query code, told only with the receipt
  readonly startedAt: string;
  readonly answers: Answers;
  readonly files: readonly KeptFile[];
  readonly submitted?: boolean; // then answers and files are gone
}

/** What was handed in, as the desk will read it. */
export interface Filing {
  readonly version: 1;
  readonly channel: 'web';
  readonly language: string;
  readonly purpose: Purpose;
  readonly call?: string; // the call for suggestions that it answers
  readonly title: string;
  readonly story: string;
  readonly place: { readonly town?: string; readonly where: string };
  readonly claims: readonly string[];
  readonly earlier: { readonly had: Earlier; readonly where?: string };
  readonly whom: Whom;
  readonly group?: { readonly count: number; readonly people: readonly ContactPerson[] };
  readonly agent?: { readonly as: 'agent' | 'guardian'; readonly principal: string };
  readonly person?: { readonly name: string; readonly phone?: string; readonly idNumber?: string }; // none: anonymous
  readonly delivery: Delivery;
  readonly files: readonly KeptFile[];
}

/** `code` 凭查询码看: nobody to send to; the paper is posted under the code. `web` needs the consent beside it. */
export interface Delivery {
  readonly way: Way | 'code';
  readonly address?: string;
  readonly consent?: { readonly to: 'electronicDelivery'; readonly at: string };
}

/** The words of a complete draft, put in the order in which a desk reads. */
export function toFiling({ answers, files }: Draft, language: string, at: Date): Filing {
  const { purpose, story = '', claims = [], earlier, whom, named, way } = answers;
  const text = (value: string | undefined) => value?.trim() || undefined;
  const part = <K extends string, V>(key: K, value: V | undefined) => (value === undefined ? {} : { [key]: value }) as { [k in K]?: V };
  return {
    version: 1,
    channel: 'web',
    language,
    purpose: purpose as Purpose,
    ...part('call', settled(answers).call),
    title: text(answers.title) ?? firstSentence(story),
    story: story.trim(),
    place: { ...part('town', text(answers.town)), where: text(answers.where) ?? '' },
    claims,
    earlier: { had: earlier as Earlier, ...part('where', text(answers.earlierWhere)) },
    whom: whom as Whom,
    ...(whom === 'group' && { group: { count: Number(answers.count), people: answers.people ?? [] } }),
    ...(whom === 'other' && { agent: { as: answers.as as 'agent' | 'guardian', principal: text(answers.principal) ?? '' } }),
    ...(named === 'yes' && {
      person: { name: text(answers.name) ?? '', ...part('phone', text(answers.phone)), ...part('idNumber', text(answers.idNumber)) },
    }),
    delivery: {
      way: named === 'yes' ? (way as Way) : 'code',
      ...part('address', named === 'yes' && way === 'post' ? text(answers.address) : undefined),
      ...(named === 'yes' && way === 'web' && { consent: { to: 'electronicDelivery' as const, at: at.toISOString() } }),
    },
    files,
  };
}

/** A short name for what has none: its first sentence. */
function firstSentence(story: string): string {
  const [first = ''] = story.trim().split(/[。！？；\n]/);
  return [...first].slice(0, 40).join('');
}

/** What the receipt in the petitioner's hand says. It bears no name. */
export interface Receipt {
  readonly intakeNo: string;
  readonly code: string;
  readonly receivedAt: string;
  readonly purpose: Purpose;
  readonly claims: number;
  readonly files: number;
  readonly next: { readonly from: PlainDate; readonly counted: PlainDate; readonly last: PlainDate; readonly provisional: boolean };
  readonly proof: Proof;
}

/** The hash of what was registered and the office's signature over it: a filing that was acknowledged can be proved. */
export interface Proof {
  readonly hash: string; // hex
  readonly signature: string; // base64
  readonly key: string; // names the signing key
}
