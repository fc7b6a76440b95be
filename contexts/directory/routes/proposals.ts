/** Proposals over HTTP: whoever keeps the sealed line agrees or refuses; whoever proposed withdraws. */
import type { FastifyInstance } from 'fastify';
import { serve } from '#platform/http.ts';
import { agreeToProposal, listProposals, refuseProposal, withdrawProposal } from '../contract.ts';
import type { DirectoryNeeds } from '../handle/needs.ts';
import { proposalsFor } from '../handle/proposal-list.ts';
import { agree, refuse, withdraw } from '../handle/proposals.ts';
import type { Sessions } from '../handle/sessions.ts';
import { checkMayAsk } from './permitted.ts';

const typesOf = (all: readonly { readonly type: string }[]) => ({ done: all.map(({ type }) => type) });

export function proposalRoutes(app: FastifyInstance, needs: DirectoryNeeds, sessions: Sessions): void {
  serve(app, listProposals, async ({ actor }) => {
    checkMayAsk('listProposals', actor);
    return proposalsFor(needs, actor);
  });

  serve(app, agreeToProposal, async ({ actor, params: { region, id } }) => {
    checkMayAsk('decideProposal', actor);
    const { gains, second } = await agree(needs, actor, region, id);
    if (second) sessions.forget(gains);
    return second ? { secondHalf: second } : {};
  });

  serve(app, refuseProposal, async ({ actor, params: { region, id }, body: { reason } }) => {
    checkMayAsk('decideProposal', actor);
    return typesOf(await refuse(needs, actor, region, id, reason));
  });

  serve(app, withdrawProposal, async ({ actor, params: { region, id } }) => {
    checkMayAsk('withdrawProposal', actor);
    return typesOf(await withdraw(needs, actor, region, id));
  });
}
