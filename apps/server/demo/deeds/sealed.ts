import * as sealed from '#contexts/sealed/contract.ts';
import { actOnMatter } from '#contexts/casework/contract.ts';
import { PERMISSIONS } from '#contexts/casework/index.ts';
import { takeInbox } from '#contexts/sealed/index.ts';
import { MARKS, type Mark } from '#contexts/sealed/domain/actions.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Actor } from '#platform/actor.ts';
import type { Role } from '#kernel/roles.ts';
import type { Do, Doing, StepOf } from './deed.ts';

/** The way of an accusation: whose conduct it is about, who receives it, and whether they take it. */
export const nameAccused: Do = async (doing) => {
  const { accused, whom } = doing.deed.step as StepOf<'transferSealed'>;
  const { actor, params, page } = await openFile(doing, 'triage');
  if (page.stage === 'received' || page.stage === 'classified') {
    await doing.stage.office.ask(sealed.classifySealed, actor, { params, body: { seen: page.n, accusedUnit: accused, whom } });
  }
};

export const transfer: Do = async (doing) => {
  const { pages } = doing.deed.step as StepOf<'transferSealed'>;
  const { actor, params, page } = await openFile(doing, 'triage');
  if (page.stage === 'classified') await doing.stage.office.ask(sealed.transferSealed, actor, { params, body: { seen: page.n, pages, sealNo: sealNo(doing) } });
};

export const receive: Do = async (doing) => {
  const { accepted, reason } = doing.deed.step as StepOf<'receiveSealed'>;
  const { actor, params, page } = await openFile(doing, 'recipient');
  if (page.stage !== 'transferred') return;
  const { office } = doing.stage;
  if (!accepted) return void (await office.ask(sealed.refuseSealed, actor, { params, body: { seen: page.n, reason: reason ?? '不在本机关管理权限内。' } }));
  const sent = page.transfers.at(-1);
  await office.ask(sealed.receiveSealed, actor, { params, body: { seen: page.n, pages: sent?.pages ?? 1, sealNo: sent?.sealNo ?? '' } });
};

/** What the recipient lets the petition department know: the day of it, and nothing else. */
export const tellReporter: Do = async (doing) => {
  const { actor, params, page } = await openFile(doing, 'recipient');
  const known = new Set(page.marks.map(({ what }) => what));
  const wanted: readonly Mark[] = page.realName ? ['AccusationAccepted', 'ReporterNotified'] : ['AccusationAccepted'];
  const on = dateInChina(doing.at);
  let seen = page.n;
  for (const mark of wanted) {
    if (!known.has(MARKS[mark])) seen = (await doing.stage.office.ask(sealed.markSealed, actor, { params, body: { seen, mark, on } })).n;
  }
};

/** It was opened as something else, and turned out to be an accusation: everything that was said goes over (第三十条). */
export const seal: Do = async ({ stage, scene, deed }) => {
  const { region, id } = await scene.matter(deed.matter);
  const actor = stage.cast.pick(deed.by, PERMISSIONS.moveToSealed.roles);
  const body = { seen: await scene.seen({ region, id }), command: 'moveToSealed' as const, fields: {} };
  await stage.office.ask(actOnMatter, actor, { params: { region, matter: id }, body });
  await takeInbox(stage.office.sealed, (error) => {
    throw error;
  });
};

type Side = 'triage' | 'recipient';
const SITTING: Readonly<Record<Side, readonly Role[]>> = { triage: ['sealedTriage', 'disciplineRecipient'], recipient: ['disciplineRecipient'] };

/** The file by the code that the ordinary side kept, as whoever has to do with it now sees it. */
async function openFile(doing: Doing, side: Side) {
  const { stage, scene } = doing;
  const code = `${scene.numbers.intake}-M${nthAccusation(doing)}`;
  const row = await stage.office.sealed.db.sql
    .selectFrom('sealed.file')
    .select(['region', 'subject', 'unit', 'recipient'])
    .where('region', '=', scene.region)
    .where('code', '=', code)
    .where('side', '=', side)
    .executeTakeFirst();
  if (!row) throw new Error(`${code} did not reach the sealed line`);
  const actor = sitting(doing, String(row['unit']), side);
  const params = { region: String(row['region']), file: String(row['subject']) };
  const page = await stage.office.ask(sealed.getSealed, actor, { params });
  return { actor, params, page };
}

/** Somebody of that organ, or of an office inside it. */
function sitting({ stage }: Doing, unit: string, side: Side): Actor {
  const current = stage.directory();
  const inside = current.organs.filter((organ) => current.organOf(organ.unit) === current.organOf(unit)).map((organ) => organ.unit);
  const found = inside.find((one) => stage.cast.has(one, SITTING[side]));
  return stage.cast.pick(found ?? unit, SITTING[side]);
}

const nthAccusation = ({ story, deed }: Doing) => story.matters.slice(0, deed.matter + 1).filter(({ kind }) => kind === 'accusation').length;
const sealNo = ({ scene, deed }: Doing) => `QHM${scene.numbers.intake.split('-')[3] ?? ''}-${deed.index + 1}`;
