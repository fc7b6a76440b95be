/** One's own account over HTTP. Open to half sign-ins, since whoever must change the password is not in yet. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { changePassword, chooseUnit, confirmSecondFactor, dropSecondFactor, enrolSecondFactor, me } from '../contract.ts';
import { countTry } from '../handle/attempts.ts';
import type { DirectoryNeeds } from '../handle/needs.ts';
import { changeOwnPassword, checkPost, confirmPassword, describeMe } from '../handle/own.ts';
import { beginEnrolment, confirmEnrolment, getAccount, isSecondFactor, removeSecondFactor } from '../handle/second-factor.ts';
import type { Sessions, SignedIn } from '../handle/sessions.ts';

export function ownRoutes(app: FastifyInstance, needs: DirectoryNeeds, sessions: Sessions): void {
  /** The sign-in and its account. `whole`: a sign-in that still owes a new password may not. */
  async function own(request: FastifyRequest, whole = true) {
    const signedIn = await sessions.find(request);
    const { kind } = signedIn?.session ?? {};
    if (!signedIn || kind === 'second') throw new Refusal('NotSignedIn', '您还没有登录，或者登录已到期。请登录后再办；写的内容还在这一页上。');
    if (whole && kind === 'password') throw new Refusal('NotAllowed', '请先把一次性密码改成自己的密码。');
    const { region, person } = signedIn.session;
    return { signedIn, account: await getAccount(needs, region, person) };
  }

  serve(app, me, async ({ request }) => {
    const { signedIn, account } = await own(request, false);
    return describeMe(needs, signedIn, account);
  });

  serve(app, chooseUnit, async ({ request, body: { unit } }) => {
    const { signedIn, account } = await own(request);
    checkPost(needs, account.person, unit);
    await sessions.choose(signedIn, unit);
    return describeMe(needs, { ...signedIn, session: { ...signedIn.session, unit } }, account);
  });

  serve(app, changePassword, async ({ request, reply, body }) => {
    const { signedIn, account } = await own(request, false);
    await changeOwnPassword(needs, account, body.old, body.new, unitOf(signedIn));
    sessions.forget(account.person);
    const { region, person } = account;
    const fresh = await sessions.begin(request, reply, { region, person, kind: 'full', ...(signedIn.session.unit && { unit: signedIn.session.unit }) });
    return describeMe(needs, fresh, { ...account, must_change: false });
  });

  serve(app, enrolSecondFactor, async ({ request, body: { password } }) => {
    const { account } = await own(request);
    await confirmPassword(needs, account, password);
    return beginEnrolment(needs, account);
  });

  serve(app, confirmSecondFactor, async ({ request, body: { code } }) => {
    const { signedIn, account } = await own(request);
    return { recoveryCodes: [...(await confirmEnrolment(needs, account, code, unitOf(signedIn)))] };
  });

  serve(app, dropSecondFactor, async ({ request, body: { password, code } }) => {
    const { signedIn, account } = await own(request);
    await confirmPassword(needs, account, password);
    const attempt = await countTry(needs, account.region, `second ${account.person}`);
    if (!(await isSecondFactor(needs, account, code))) throw attempt.refuse('动态口令不对，或者已经用过');
    await attempt.clear();
    const done = await removeSecondFactor(needs, account.region, account.person, { person: account.person, unit: unitOf(signedIn) });
    return { done: done.map(({ type }) => type) };
  });

  /** For history: the unit one acts for, else where the account is kept. */
  function unitOf({ session }: SignedIn): string {
    return session.unit ?? needs.directory.current().postsOf(session.person, dateInChina(needs.now()))[0]?.unit ?? session.region;
  }
}
