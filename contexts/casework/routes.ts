import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import type { Query } from '#platform/database.ts';
import { serve } from '#platform/http.ts';
import type { There } from '#platform/rows.ts';
import { readWords } from '#platform/words.ts';
import {
  actOnMatter,
  findMatterByNo,
  getDesk,
  getMatter,
  getWaiting,
  listCallBacks,
  listMatters,
  listObstacles,
  revealParties,
  type DeskItem,
  type MatterRow,
} from './contract.ts';
import { notHere } from './domain/decide/sentences.ts';
import { mayKnowIdentity } from './domain/identity.ts';
import { decidesChallengeOnly, isConcerned, isRelated, performsOnly, PERMISSIONS } from './domain/permissions.ts';
import { actOnMatters, matterStep, type CaseworkNeeds } from './handle.ts';
import { fill, ticketsIn, type TakeFiles } from './handle/command-of.ts';
import { mustBeColleagues, mustNotDecideInPlace, type IsColleague, type StandsInFor } from './handle/named.ts';
import { commandFrom } from './handle/resolve.ts';
import { challengeOnly } from './page/challenge.ts';
import { boxOf, loadedFrom, loadMatter, loadPast, matterQueries, textOf, type LoadedMatter } from './page/load.ts';
import { partiesOf, PARTY_ROLES } from './page/parties.ts';
import { performingOnly } from './page/performing.ts';
import { obstaclesFor } from './page/offered.ts';
import { matterPage } from './page/show.ts';
import { matterOf } from './handle.ts';
import { findByTypedNo } from './handle/by-number.ts';
import { requestRoutes } from './requests/routes.ts';
import type { PreviewNeeds } from './rules/preview.ts';
import { rulesRoutes } from './rules/routes.ts';
import { findCallBacks } from './call-backs.ts';
import { findDesk, findWaiting } from './desk.ts';
import { findBox, receivedOn, type CaseworkDb, type RunningRow } from './store.ts';

/** What the pages need beside what the acts need: who may open content, and the log of who did. */
export interface CaseworkRouteNeeds extends CaseworkNeeds, Pick<PreviewNeeds, 'runningBeside'> {
  readonly refreshLaws: () => Promise<void>; // after a holiday notice was imported
  readonly personOf: (id: string) => string;
  readonly isColleague?: IsColleague; // whom a form may name
  readonly standsInFor?: StandsInFor;
  /** Lends what this person uploaded to an act; where the act is refused it can be used once more. */
  readonly withFiles?: <Done>(actor: Actor, tickets: readonly string[], use: (take: TakeFiles) => Promise<Done>) => Promise<Done>;
  readonly regionsOfNo?: (no: string) => readonly string[]; // which regions may have given this number
  readonly mayOpenContent: (actor: Actor) => boolean;
  readonly logAccess: (access: Access) => Promise<void>;
  /** Sends a page's queries and, if there is such a row, the record of the look; with it the organs that opened the matter before. */
  readonly openIf: (there: There, access: Access, queries: readonly Query[]) => Promise<Look>;
}

export interface Look {
  readonly recorded: boolean;
  readonly answers: readonly unknown[][];
  readonly opened: readonly { unit: string; times: number; last: Date }[];
}

export interface Access {
  readonly subject: Subject;
  readonly actor: Actor;
  readonly purpose: string;
  readonly fields: 'page' | 'identity';
}

const DESK_ROWS = 400;
const PAGE_ROWS = 50;

/** A route asks, decides nothing, and answers. */
export function caseworkRoutes(app: FastifyInstance, needs: CaseworkRouteNeeds): void {
  const db = needs.db.sql as CaseworkDb;
  rulesRoutes(app, needs);
  requestRoutes(app, needs);

  serve(app, getDesk, async ({ actor, query: { rows = DESK_ROWS } }) => {
    mustOpenContent(needs, actor);
    return running(await findDesk(db, actor.unit, rows + 1, dateInChina(needs.now())), rows, (item) => item);
  });

  serve(app, getWaiting, async ({ actor }) => {
    mustOpenContent(needs, actor);
    const organs = needs.organs();
    return running(await findWaiting(db, actor.unit, DESK_ROWS + 1), DESK_ROWS, (item, { unit }) => ({ ...item, holder: organs.nameOf(unit) }));
  });

  serve(app, listCallBacks, async ({ actor }) => {
    mustOpenContent(needs, actor);
    return { rows: await findCallBacks(db, actor, needs.organs()) };
  });

  serve(app, listMatters, async ({ actor, query }) => {
    mustOpenContent(needs, actor);
    const { stage, after, from, until, ...rest } = query;
    const days = { ...(from && { from: from as PlainDate }), ...(until && { until: until as PlainDate }) };
    const rows = await findBox(db, actor.unit, {
      ...rest,
      ...days,
      ...(stage && { stages: [stage] }),
      ...(after && { before: cursor(after) }),
      limit: PAGE_ROWS + 1,
    });
    const shown = rows.slice(0, PAGE_ROWS);
    const texts = await titlesOf(needs, shown);
    const last = rows.length > PAGE_ROWS ? shown.at(-1) : undefined;
    return { rows: shown.map((row) => asRow(row, texts)), next: last ? `${last.received_at.toISOString()} ${last.subject}` : null };
  });

  serve(app, findMatterByNo, async ({ actor, params }) => {
    mustOpenContent(needs, actor);
    const found = await findByTypedNo(
      needs,
      params.no,
      actor.unit,
      (matter) => maySee(matter, actor, needs) || performsOnly(matter, actor.unit, needs.organs()),
    );
    if (!found) throw notHere();
    return asRow(found.row, await titlesOf(needs, [found.row]));
  });

  serve(app, getMatter, async ({ actor, params }) => {
    const subject = { region: params.region, id: params.matter };
    mustOpenContent(needs, actor);
    const access = { subject, actor, purpose: '办理', fields: 'page' } as const;
    const { recorded, answers, opened } = await needs.openIf(boxOf(actor.unit, subject), access, matterQueries(needs, subject));
    const loaded = loadedFrom(needs, subject, answers);
    const isChallenge = decidesChallengeOnly(loaded.matter, actor.unit, needs.organs());
    const isPerforming = performsOnly(loaded.matter, actor.unit, needs.organs());
    if (!isChallenge && !isPerforming) mustBeConcerned(loaded.matter, actor, needs);
    if (!recorded) await needs.logAccess(access); // a superior looks, who has no row of it
    const organs = needs.organs();
    const page = matterPage(
      needs,
      loaded,
      actor,
      opened.map(({ unit, times, last }) => ({ unit: organs.nameOf(unit), times, last: last.toISOString() })),
      needs.personOf,
    );
    const decidesNow = isChallenge && page.can.some(({ command }) => command === 'decideRecusal');
    if (isPerforming && !decidesNow) return performingOnly(page);
    return isChallenge ? challengeOnly(page, loaded.matter, loaded.past, actor.unit) : page;
  });

  serve(app, listObstacles, async ({ actor, params }) => {
    mustOpenContent(needs, actor);
    const matter = matterOf(needs, await loadPast(needs, { region: params.region, id: params.matter }));
    if (decidesChallengeOnly(matter, actor.unit, needs.organs())) return [];
    if (performsOnly(matter, actor.unit, needs.organs())) return obstaclesFor(needs, matter, actor).filter(({ command }) => command === 'reportPerformance');
    mustBeConcerned(matter, actor, needs);
    return obstaclesFor(needs, matter, actor);
  });

  serve(app, revealParties, async ({ actor, params, body }) => {
    const subject = { region: params.region, id: params.matter };
    const loaded = await open(subject, actor);
    if (!mayKnowIdentity(actor.roles))
      throw new Refusal('NotAllowed', '您的岗位不与信访人联系，不能查看姓名、电话和住址。需要联系的，请交承办人、接访办信人员办理。', '个人信息保护法第六条');
    await needs.logAccess({ subject, actor, purpose: body.purpose, fields: 'identity' }); // before anything is shown
    return partiesOf(loaded).map((party) => ({ ...party, role: PARTY_ROLES[party.role] }));
  });

  serve(app, actOnMatter, async ({ actor, params, body }) => {
    mustOpenContent(needs, actor);
    const subject = { region: params.region, id: params.matter };
    const tickets = needs.withFiles ? ticketsIn(body.command, body.fields) : [];
    return tickets.length > 0 ? needs.withFiles!(actor, tickets, (take) => actWith(subject, actor, body, take)) : actWith(subject, actor, body);
  });

  async function actWith(subject: Subject, actor: Actor, body: Static<(typeof actOnMatter)['body']>, takeFiles?: TakeFiles) {
    const { values, notes } = fill(body.command, body.fields, takeFiles);
    const matter = matterOf(needs, await loadPast(needs, subject));
    const isChallenge = body.command === 'decideRecusal' && decidesChallengeOnly(matter, actor.unit, needs.organs());
    const isPerforming = body.command === 'reportPerformance' && performsOnly(matter, actor.unit, needs.organs());
    if (!isChallenge && !isPerforming) mustBeConcerned(matter, actor, needs);
    mustHaveRole(body.command, actor);
    if (needs.isColleague) mustBeColleagues(body.command, values, actor.unit, needs.isColleague);
    const done = { by: { person: actor.person, unit: actor.unit }, at: needs.now() };
    const command = await commandFrom(needs, subject, body.command, values, matter, done);
    if (needs.standsInFor) mustNotDecideInPlace(command, matter, needs.standsInFor);
    const papers = await needs.accompany?.(subject, command, matter);
    const step = matterStep(needs, subject, command, { notes });
    const acts = papers
      ? await actOnMatters(needs, (first) => [step, ...papers.steps(first)], [subject], { seen: body.seen, first: papers.first })
      : await actOnMatters(needs, [step], [subject], { seen: body.seen });
    return { n: acts.at(-1)?.n ?? body.seen, done: acts.map(({ type }) => type) };
  }

  async function running<Item>(found: readonly RunningRow[], limit: number, asItem: (item: DeskItem, row: RunningRow) => Item) {
    const rows = found.slice(0, limit);
    const texts = await titlesOf(needs, rows);
    const now = needs.now();
    return {
      today: dateInChina(now),
      now: now.toISOString(),
      more: found.length > limit,
      items: rows.map((row) =>
        asItem(
          {
            region: row.region,
            matter: row.subject,
            no: row.no,
            title: textOf(texts, { id: row.title, hash: '' }),
            stage: row.stage,
            channel: row.channel,
            receivedOn: receivedOn(row),
            clock: row.clock,
            key: row.key,
            startedOn: row.started_on,
            lightOn: row.light_on,
            legalOn: row.legal_on,
            targetAt: row.target_at?.toISOString() ?? null,
            handler: row.handler ? { person: row.handler, name: needs.personOf(row.handler) } : null,
          },
          row,
        ),
      ),
    };
  }

  /** For whoever asks how to reach the petitioner: only for a unit that has to do with it; what is sealed or somebody else's is not there. */
  async function open(subject: Subject, actor: Actor): Promise<LoadedMatter> {
    mustOpenContent(needs, actor);
    const loaded = await loadMatter(needs, subject);
    if (!performsOnly(loaded.matter, actor.unit, needs.organs())) mustBeConcerned(loaded.matter, actor, needs); // whoever performs may have to call
    return loaded;
  }
}

type Seen = Parameters<typeof isConcerned>[0];

const maySee = (matter: Seen, { unit }: Actor, needs: CaseworkNeeds) => isConcerned(matter, unit) || isRelated('superior', matter, unit, needs.organs());

export function mustBeConcerned(matter: Seen, actor: Actor, needs: CaseworkNeeds): void {
  if (!maySee(matter, actor, needs)) throw notHere();
}

export function mustHaveRole(command: keyof typeof PERMISSIONS, { roles }: Actor): void {
  const allowed: readonly string[] = PERMISSIONS[command].roles;
  if (!roles.some((role) => allowed.includes(role))) {
    throw new Refusal('NotAllowed', '您的岗位没有这项职责，请由本单位有相应职责的人办理。');
  }
}

function mustOpenContent(needs: CaseworkRouteNeeds, actor: Actor): void {
  if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能打开信访事项的内容。', '个人信息保护法第五十一条');
}

function titlesOf(needs: CaseworkNeeds, rows: readonly { region: string; title: string }[]) {
  return readWords(
    needs.db.sql,
    needs.keys,
    rows.map(({ region, title }) => ({ region, id: title })),
  );
}

type Listed = {
  region: string;
  subject: string;
  no: string;
  title: string;
  stage: MatterRow['stage'];
  kind: MatterRow['kind'];
  category: string | null;
  channel: MatterRow['channel'];
  received_at: Date;
};

function asRow(row: Listed, texts: ReadonlyMap<string, string>): MatterRow {
  const { region, subject: matter, no, stage, kind, category, channel } = row;
  return { region, matter, no, stage, kind, category, channel, title: textOf(texts, { id: row.title, hash: '' }), receivedOn: receivedOn(row) };
}

function cursor(after: string) {
  const [moment = '', subject = ''] = after.split(' ');
  const receivedAt = new Date(moment);
  if (Number.isNaN(receivedAt.getTime()) || !/^[0-9a-f-]{36}$/.test(subject)) throw new Refusal('Invalid', '翻页的位置不对，请从第一页重新查。');
  return { receivedAt, subject };
}
