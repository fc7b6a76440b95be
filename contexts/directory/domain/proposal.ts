/** An act on an account that takes effect only when another person agrees: what is proposed, and for how long it stands. */
import type { Done, Words } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Role } from '#kernel/roles.ts';
import type { Opening } from './four-eyes.ts';

export const PROPOSAL_DAYS = 7; // P: long enough for a week of leave in between, short enough that nobody agrees to what is forgotten
export const OPERATOR_AFTER_DAYS = 3; // P: from then on the server's command line may do what those who could agree did not

export type Proposed =
  | { readonly kind: 'giveRoles'; readonly unit: string; readonly roles: readonly Role[] }
  | { readonly kind: 'resetPassword' | 'removeSecondFactor' | 'unlock' }
  | { readonly kind: 'nameSubstitute'; readonly unit: string; readonly from: PlainDate; readonly to: PlainDate };

export type ProposalKind = Proposed['kind'];

/** What it is called, on a page and in the history. */
export const PROPOSALS = {
  giveRoles: '授予密件角色',
  resetPassword: '重置密码',
  removeSecondFactor: '解除动态口令',
  unlock: '恢复账号',
  nameSubstitute: '指定代班人',
} as const satisfies Record<ProposalKind, string>;

export interface Proposal {
  readonly what: Proposed;
  readonly gains: string; // who could see accusations by it
  readonly renews: boolean; // whoever is let in gets a one-time password of which nobody else knows both halves
  readonly until: PlainDate; // last day
  readonly opens: readonly Opening[];
}

/** Who agreed stands with the act itself. */
export interface Agreed {
  readonly person: string;
  readonly unit: string;
}

export type ProposalAction = Done &
  (
    | ({ readonly type: 'ActProposed'; readonly proposal: string } & Proposal)
    | { readonly type: 'ProposalAgreed'; readonly proposal: string; readonly reason?: Words } // a reason: at the server's command line
    | { readonly type: 'ProposalRefused'; readonly proposal: string; readonly reason: Words }
    | { readonly type: 'ProposalWithdrawn'; readonly proposal: string }
    | { readonly type: 'ProposalExpired'; readonly proposal: string }
  );

export type OpenProposal = Proposal & { readonly by: Done['by'] };
export type OpenProposals = Readonly<Record<string, OpenProposal>>;

export function evolveProposals(open: OpenProposals, action: ProposalAction): OpenProposals {
  if (action.type === 'ActProposed') {
    const { proposal, what, gains, renews, until, opens, by } = action;
    return { ...open, [proposal]: { what, gains, renews, until, opens, by } };
  }
  const { [action.proposal]: _, ...others } = open;
  return others;
}
