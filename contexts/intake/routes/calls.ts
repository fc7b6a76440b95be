import type { FastifyInstance } from 'fastify';
import { dateInChina, plainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { shortChinese } from '#kernel/words.ts';
import { serve } from '#platform/http.ts';
import { listCalls, type CallShown, type Registration } from '../contract.ts';
import { isOpenOn, type Call } from '../portal/domain/call.ts';
import { mustSitAtDesk, type IntakeRouteNeeds } from './needs.ts';

/** Which calls for suggestions a letter, a telephone call or a visit may answer. */
export function callRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  serve(app, listCalls, async ({ actor, query }) => {
    mustSitAtDesk(actor);
    const day = plainDate(query.on);
    return (await needs.findCalls(actor.region)).filter((call) => isOpenOn(call, day)).map(shown);
  });
}

const ARTICLE = '第二十九条第三款';

/** Why what came does not answer this call, or undefined: it is one of this region, was open on the day of receipt, and asks for suggestions. */
export async function whyNotCall(
  needs: Pick<IntakeRouteNeeds, 'findCalls'>,
  region: string,
  { call: id, parts = [], receivedAt }: Pick<Registration, 'call' | 'parts' | 'receivedAt'>,
): Promise<Refusal | undefined> {
  if (!id) return undefined;
  const call = (await needs.findCalls(region)).find((one) => one.id === id);
  if (!call) return new Refusal('NotFound', '没有这次征集，或者不是本地发布的。请重新选；不是应征集提的建议，就不选。', ARTICLE);
  const day = dateInChina(new Date(receivedAt));
  if (!isOpenOn(call, day)) {
    const time = `从${shortChinese(call.since)}到${shortChinese(call.until)}`;
    return new Refusal(
      'AgainstRule',
      `“${call.title}”${time}征集，${shortChinese(day)}收到的不在其中。请核对收到的时间，或者不选征集再登记：建议照样办理。`,
      ARTICLE,
    );
  }
  if (parts.length > 0 && parts.every(({ accusation, classify }) => accusation || (classify && classify.kind !== 'suggestion')))
    return new Refusal('AgainstRule', '分成的几件里没有建议，不能算应征集提的。请把是建议的那一件改成“建议意见”，或者不选征集。', ARTICLE);
  return undefined;
}

/** The call that an intake answers, as its page names it. */
export async function callShown(needs: Pick<IntakeRouteNeeds, 'findCalls'>, region: string, id: string | undefined): Promise<CallShown | null> {
  const call = id && (await needs.findCalls(region)).find((one) => one.id === id);
  return call ? shown(call) : null;
}

const shown = ({ id, title, organ, until }: Call): CallShown => ({ id, title, organ, until });
