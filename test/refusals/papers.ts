import type { Answer, Official } from '../official.ts';
import { done, pageOf, papersOf, type Matter, type People } from './way.ts';

/** Papers over HTTP: drafted, signed, sent, delivered. */
export interface Draft {
  readonly draft: string;
  readonly version: number;
  readonly values: Record<string, any>;
  readonly missing: readonly { readonly label: string }[];
}

export async function startDraft(official: Official, matter: Matter, code: string, values: Record<string, unknown> = {}): Promise<Draft> {
  return done(await official.post(`${papersOf(matter)}/drafts`, { code, values }));
}

export const signDraft = (official: Official, matter: Matter, { draft, version }: Pick<Draft, 'draft' | 'version'>, seen?: number): Promise<Answer> =>
  official.post(`${papersOf(matter)}/drafts/${draft}/sign`, { version, ...(seen !== undefined && { seen }) });

export async function sign(official: Official, matter: Matter, draft: Draft): Promise<number> {
  return done(await signDraft(official, matter, draft)).no;
}

const POST = { method: 'post', evidence: { mailNo: 'XA44012345633', address: '青石巷十二号' } };

export const dispatch = (official: Official, matter: Matter, no: number, how: Record<string, unknown> = POST): Promise<Answer> =>
  official.post(`${papersOf(matter)}/papers/${no}/dispatch`, how);

export const deliver = (official: Official, matter: Matter, no: number, on: string, more: Record<string, unknown> = {}): Promise<Answer> =>
  official.post(`${papersOf(matter)}/papers/${no}/delivery`, { evidence: { returnSlip: '回执已收回，签收人本人' }, on, ...more });

/** A claim answered: explained, with facts and basis. */
export const answered = (row: Record<string, string>) => ({
  ...row,
  facts: '排水沟被碎砖堵住，社区三次登记都在。',
  result: 'explained',
  opinion: '排水沟已列入本月清淤计划。',
  basis: '《城镇排水与污水处理条例》第二十条',
});

/** The opinion as a draft whose claims are filled in. */
export async function opinionDraft(
  { unitClerk }: People,
  matter: Matter,
  fill: (rows: Record<string, string>[]) => Record<string, string>[] = (rows) => rows.map(answered),
): Promise<Draft> {
  const first = await startDraft(unitClerk, matter, 'F23');
  const values = { ...first.values, statement: '来信人说雨天积水没过脚踝。', claims: fill(first.values['claims']) };
  const saved = done(await unitClerk.post(`${papersOf(matter)}/drafts/${first.draft}`, { values, version: first.version }));
  return { ...first, values, version: saved.version, missing: saved.missing };
}

/** The opinion signed by the head of the unit and sent by post. */
export async function opinionSent(who: People, matter: Matter): Promise<{ no: number; today: string }> {
  const no = await sign(who.unitHead, matter, await opinionDraft(who, matter));
  done(await dispatch(who.unitHead, matter, no));
  return { no, today: (await pageOf(who.unitHead, matter)).today };
}
