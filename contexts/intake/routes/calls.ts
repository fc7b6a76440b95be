import type { FastifyInstance } from 'fastify';
import { dateInChina, plainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { shortChinese } from '#kernel/words.ts';
import { act } from '#platform/act.ts';
import { serve } from '#platform/http.ts';
import { answerCall, getAnsweredCall, listCalls, type CallShown, type Registration } from '../contract.ts';
import { intakeStep } from '../handle.ts';
import { isOpenOn, type Call } from '../portal/domain/call.ts';
import { doneBy, isOriginalFor, loadOwn, mustBeOwnDesk, mustSitAtDesk, type IntakeRouteNeeds } from './needs.ts';

/** Which calls for suggestions a letter, a telephone call or a visit may answer, and which one it does: chosen at registration or later. */
export function callRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  serve(app, listCalls, async ({ actor, query }) => {
    mustSitAtDesk(actor);
    const day = plainDate(query.on);
    return (await needs.findCalls(actor.region)).filter((call) => isOpenOn(call, day)).map(shown);
  });

  serve(app, getAnsweredCall, async ({ actor, params: { region, intake: id } }) => {
    const loaded = await loadOwn(needs, { region, id }, actor);
    const { intake, past } = loaded;
    const calls = await needs.findCalls(region);
    const own =
      intake.desk === actor.unit && !intake.sealed && isOriginalFor(loaded, actor) ? calls.filter((call) => isOpenOn(call, intake.firstReceipt!)) : [];
    return { n: past.length, call: shownOf(calls, intake.call), choices: own.map(shown) };
  });

  serve(app, answerCall, async ({ actor, params: { region, intake: id }, body: { seen, call } }) => {
    const loaded = await loadOwn(needs, { region, id }, actor);
    mustBeOwnDesk(loaded, actor);
    if (!isOriginalFor(loaded, actor)) throw new Refusal('NotAllowed', '已经立件的来件，算不算应征集提的，由登记、甄别它的人来改。请交给他们。', ARTICLE);
    const { subject, intake, own } = loaded;
    const parts = own.map(({ matter: { classification } }) => ({ accusation: false, classify: classification }));
    const refused = call && (await whyNotCall(needs, region, { call, parts, receivedAt: intake.receivedAt! }));
    if (refused) throw refused;
    const command = call ? ({ type: 'linkCall', call } as const) : ({ type: 'unlinkCall' } as const);
    const done = await act(needs, [intakeStep(needs, subject, { ...command, ...doneBy(actor, needs) })], { seen });
    return { n: done.at(-1)?.n ?? seen };
  });
}

const ARTICLE = '第二十九条第三款';

interface Answering {
  readonly call?: Registration['call'];
  readonly parts?: readonly { readonly accusation: boolean; readonly classify?: { readonly kind: string } | undefined }[] | undefined;
  readonly receivedAt: string | Date;
}

/** Why what came does not answer this call, or undefined: it is one of this region, was open on the day of receipt, and asks for suggestions. */
export async function whyNotCall(
  needs: Pick<IntakeRouteNeeds, 'findCalls'>,
  region: string,
  { call: id, parts = [], receivedAt }: Answering,
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
  return id ? shownOf(await needs.findCalls(region), id) : null;
}

function shownOf(calls: readonly Call[], id: string | undefined): CallShown | null {
  const call = calls.find((one) => one.id === id);
  return call ? shown(call) : null;
}

const shown = ({ id, title, organ, until }: Call): CallShown => ({ id, title, organ, until });
