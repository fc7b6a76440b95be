/** Accounts over HTTP: for the administrator of the region; the auditor reads, the head of a unit names substitutes. */
import type { FastifyInstance } from 'fastify';
import { dateInChina, plainDate } from '#kernel/dates.ts';
import { serve } from '#platform/http.ts';
import {
  createAccount,
  endSubstitute,
  getAccountHistory,
  listAccounts,
  lockAccount,
  nameSubstitute,
  removeSecondFactor,
  resetPassword,
  setRoles,
  unlockAccount,
  type Waiting,
} from '../contract.ts';
import { openingsOf } from '../domain/four-eyes.ts';
import { readAccountHistory } from '../handle/account-history.ts';
import type { DirectoryNeeds } from '../handle/needs.ts';
import { describePost } from '../handle/own.ts';
import { getAccount, removeSecondFactor as remove } from '../handle/second-factor.ts';
import type { Sessions } from '../handle/sessions.ts';
import * as staff from '../handle/staff.ts';
import * as substitutes from '../handle/substitutes.ts';
import { findAccountsOf } from '../store.ts';
import { checkMayAsk } from './permitted.ts';

const typesOf = (all: readonly { readonly type: string }[]) => ({ done: all.map(({ type }) => type) });

const answer = ({ done, waiting }: { done: readonly { readonly type: string }[]; waiting: Waiting | undefined }) => ({
  ...typesOf(done),
  ...(waiting && { waiting }),
});

export function accountRoutes(app: FastifyInstance, needs: DirectoryNeeds, sessions: Sessions): void {
  const { directory, now, db } = needs;

  serve(app, listAccounts, async ({ actor }) => {
    checkMayAsk('listAccounts', actor);
    const current = directory.current();
    const rows = await findAccountsOf(db.sql, actor.region);
    return rows.map(({ region, person, login, name, phone, locked_at: lockedAt, second_factor: secondFactor, last_sign_in_at: last }) => ({
      region,
      person,
      login,
      name,
      phone,
      posts: current.postsOf(person, dateInChina(now())).map((post) => describePost(current, post)),
      locked: lockedAt !== null,
      secondFactor: Boolean(secondFactor),
      opensSealed: openingsOf(current, person, dateInChina(now())).length > 0,
      ...(last && { lastSignInAt: last.toISOString() }),
    }));
  });

  serve(app, createAccount, async ({ actor, body }) => {
    checkMayAsk('createAccount', actor);
    return staff.createAccount(needs, actor, body);
  });

  serve(app, setRoles, async ({ actor, params: { region, person }, body: { unit, post, roles } }) => {
    checkMayAsk('setRoles', actor);
    return answer(await staff.setRoles(needs, actor, region, person, unit, post, roles));
  });

  serve(app, resetPassword, async ({ actor, params: { region, person } }) => {
    checkMayAsk('resetPassword', actor);
    staff.checkOwnRegion(actor, region);
    const { login } = await getAccount(needs, region, person);
    const asked = await staff.proposed(needs, actor, region, person, 'resetPassword');
    if (asked) return { person, login, waiting: asked.waiting };
    const oneTimePassword = await staff.resetPassword(needs, actor, region, person);
    sessions.forget(person);
    return { person, login, oneTimePassword };
  });

  serve(app, removeSecondFactor, async ({ actor, params: { region, person } }) => {
    checkMayAsk('removeSecondFactor', actor);
    staff.checkOwnRegion(actor, region);
    const asked = await staff.proposed(needs, actor, region, person, 'removeSecondFactor');
    return asked ? answer(asked) : typesOf(await remove(needs, region, person, staff.byOf(actor)));
  });

  serve(app, lockAccount, async ({ actor, params: { region, person }, body: { reason } }) => {
    checkMayAsk('lockAccount', actor);
    const done = await staff.lockAccount(needs, actor, region, person, reason);
    sessions.forget(person);
    return typesOf(done);
  });

  serve(app, unlockAccount, async ({ actor, params: { region, person } }) => {
    checkMayAsk('unlockAccount', actor);
    const asked = await staff.proposed(needs, actor, region, person, 'unlock');
    return asked ? answer(asked) : typesOf(await staff.unlockAccount(needs, actor, region, person));
  });

  serve(app, getAccountHistory, async ({ actor, params: { region, person } }) => {
    checkMayAsk('readAccountHistory', actor);
    staff.checkOwnRegion(actor, region);
    await getAccount(needs, region, person);
    return [...(await readAccountHistory(needs, { region, id: person }))];
  });

  serve(app, nameSubstitute, async ({ actor, params, body: { unit, substitute, from, to } }) => {
    checkMayAsk('nameSubstitute', actor);
    return answer(await substitutes.nameSubstitute(needs, actor, { ...params, unit, substitute, from: plainDate(from), to: plainDate(to) }));
  });

  serve(app, endSubstitute, async ({ actor, params, body }) => {
    checkMayAsk('endSubstitute', actor);
    return typesOf(await substitutes.endSubstitute(needs, actor, { ...params, ...body }));
  });
}
