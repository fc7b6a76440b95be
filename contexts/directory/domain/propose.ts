/** What may be done with a proposal: made once, agreed to by another, refused with a reason, withdrawn, run out. */
import type { Done, Words } from '#kernel/decider.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { OpenProposal, OpenProposals, Proposal, ProposalAction } from './proposal.ts';

export const SECRECY = '信访工作条例第三十条第三款';

export type ProposalCommand = Done & { readonly account: string; readonly proposal: string } & (
    | ({ readonly type: 'propose' } & Proposal)
    | { readonly type: 'refuseProposal'; readonly reason: Words }
    | { readonly type: 'withdrawProposal' | 'expireProposal' }
  );

/** One person alone does not let anybody in: this is the only sentence that says so. */
export const needsAnother = () =>
  new Refusal('NotAllowed', '这一项会让人看到检举控告，一个人办不成，要先提出、由另一位经办检举控告的人同意。请刷新页面再办。', SECRECY);

export function decideProposal(command: ProposalCommand, open: OpenProposals): ProposalAction[] {
  const { proposal, by, at } = command;
  if (command.type === 'propose') {
    const { what, gains, renews, until, opens } = command;
    checkNew(command, open);
    return [{ type: 'ActProposed', proposal, what, gains, renews, until, opens, by, at }];
  }
  const found = standing(open, proposal);
  switch (command.type) {
    case 'refuseProposal':
      mustBeOther(found, by.person, '不同意；不再要办的，请撤回');
      return [{ type: 'ProposalRefused', proposal, reason: command.reason, by, at }];
    case 'withdrawProposal':
      return [{ type: 'ProposalWithdrawn', proposal, by, at }];
    case 'expireProposal':
      if (dateInChina(at) <= found.until) throw new Refusal('WrongStage', '还没有过期。');
      return [{ type: 'ProposalExpired', proposal, by, at }];
  }
}

/** @throws Refusal where it is over, or where somebody agrees to their own */
export function mayBeAgreed(open: OpenProposals, { proposal, by, at }: Done & { readonly proposal: string }): OpenProposal {
  const found = standing(open, proposal);
  if (dateInChina(at) > found.until) throw new Refusal('TooLate', `这一项等到 ${found.until} 为止，已经作废。还要办的，请重新提出。`);
  mustBeOther(found, by.person, '同意');
  return found;
}

function standing(open: OpenProposals, proposal: string): OpenProposal {
  const found = open[proposal];
  if (!found) throw new Refusal('WrongStage', '这一项已经办完、撤回或者作废，不用再办。请刷新页面。');
  return found;
}

function mustBeOther({ by, gains }: OpenProposal, person: string, verb: string): void {
  if (person === by.person) throw new Refusal('NotAllowed', `自己提出的，不能由自己${verb}。请另一位经办检举控告的人来办。`, SECRECY);
  if (person === gains) throw new Refusal('NotAllowed', `是给您本人办的，不能由您自己${verb}。请另一位经办检举控告的人来办。`, SECRECY);
}

function checkNew({ what, account, by }: ProposalCommand & { type: 'propose' }, open: OpenProposals): void {
  if (what.kind !== 'nameSubstitute' && by.person === account) throw new Refusal('NotAllowed', '不能给自己的账号提出，请另一位管理员办理。');
  const same = Object.values(open).some(({ what: other }) => other.kind === what.kind && placeOf(other) === placeOf(what));
  if (same) throw new Refusal('WrongStage', '同样的一项已经提出，正在等另一人同意。要改的，请先撤回那一项。');
}

const placeOf = (what: Proposal['what']): string => ('unit' in what ? what.unit : '');
