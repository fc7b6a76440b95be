import type { PlainDate } from '#kernel/dates.ts';
import { recusalsOf, type Recusal } from '../care/state.ts';
import type { Instance } from '../review/state.ts';

/** Why a hearing is held (第三十一条第六项、第三十六条第二款). */
export const HEARING_GROUNDS = {
  major: { name: '重大' },
  complex: { name: '复杂' },
  difficult: { name: '疑难' },
} as const;

export type HearingGround = keyof typeof HEARING_GROUNDS;

/** Why a hearing is not open to everybody; there is no fourth reason. */
export const CLOSED_GROUNDS = {
  stateSecret: { name: '涉及国家秘密' },
  businessSecret: { name: '涉及商业秘密' },
  privacy: { name: '涉及个人隐私' },
} as const;

export type ClosedGround = keyof typeof CLOSED_GROUNDS;

/** One hearing of a matter, from the application or the decision to its report. */
export interface Hearing {
  readonly id: string; // 'hearing/1'
  readonly instance: Instance;
  readonly organ: string;
  readonly state: 'applied' | 'decided' | 'scheduled' | 'held' | 'reported' | 'cancelled';
  readonly decidedOn?: PlainDate;
  readonly on?: PlainDate;
  readonly host?: string;
  readonly seats?: number; // members with a vote, the host among them
  readonly panels?: number; // how often a panel was named: who was replaced does not count against the next
  readonly notices?: readonly string[]; // papers that told the day as it stands now
  readonly closed?: ClosedGround; // not open to everybody
  readonly declined?: true; // applied for, and refused with reasons
  readonly suspends: boolean; // takes its days out of the term of the recheck
  readonly toldStart: boolean;
  readonly toldEnd: boolean;
}

/** Both ends of the suspension have been told in writing, or there was none (不变量 49). */
export const toldOfSuspension = ({ suspends, state, toldStart, toldEnd }: Hearing) =>
  !suspends || (state === 'cancelled' ? !toldStart || toldEnd : toldStart && toldEnd);

/** By what name a challenge knows a seat of the panel that sits now; the host is a person of ours, members may be anybody. */
export const seatOf = ({ id, host, panels = 1 }: Hearing, seat?: number): string => (seat === 1 && host ? host : `${id}/${panels}/${seat ?? 'panel'}`);

/** The challenge that keeps the panel as named from sitting: still undecided, or granted (第二十八条第三款). */
export function challengeTo(hearing: Hearing, matter: { readonly recusals?: readonly Recusal[] }): Recusal | undefined {
  const { id, host, panels = 1 } = hearing;
  const standing = recusalsOf(matter).filter(({ state, again }) => state === 'recused' || (state === 'pending' && !again));
  return standing.find(({ person }) => person === host || person.startsWith(`${id}/${panels}/`));
}
