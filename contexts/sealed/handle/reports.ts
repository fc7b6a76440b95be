import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { readWords, takeNote } from '#platform/words.ts';
import type { ReportPage } from '../contract.ts';
import { isInvolved } from '../domain/accused.ts';
import { REPORT_POSTS, type ReportKind, type ReportPost, type ReportRecipient } from '../domain/actions.ts';
import type { SealedFile } from '../domain/file.ts';
import { CADRES, notHere } from '../domain/guard.ts';
import { postOf } from '../domain/permissions.ts';
import { organizationFor, recipientFor } from '../domain/recipient.ts';
import type { CadreReport } from '../domain/reports.ts';
import { actNumbered, askerOf, placesOf, replayFile, sealedStep, type Loaded, type SealedNeeds } from '../handle.ts';
import { partiesIn } from './take.ts';

/** What a report says, encrypted as one text. */
export interface ReportSaid {
  readonly office: string;
  readonly subject: string;
  readonly facts: string;
  readonly count: number;
  readonly identity?: string; // why the petitioner's identity has to be told
  readonly names: Readonly<Partial<Record<ReportPost, string>>>; // what the two leaders are called
}

export interface ReportGiven extends Omit<ReportSaid, 'names'> {
  readonly kind: ReportKind;
  readonly pages: number;
  readonly sealNo: string;
  readonly secretary?: Leader;
  readonly organizationLeader?: Leader;
}

interface Leader {
  readonly person: string;
  readonly name: string;
}

/** Sends a report: to whom follows from cadre authority; the two leaders are named, and the system knows whether they may be told. */
export async function sendReport(needs: SealedNeeds, { subject, file }: Loaded, given: ReportGiven, actor: Actor, seen: number) {
  const { kind, office, subject: about, facts, count, identity, pages, sealNo, secretary, organizationLeader } = given;
  await mustNotName(needs, subject, file, given);
  const recipients = kind === 'report' ? organization(needs, file) : leaders(needs, file, { secretary, organizationLeader });
  const places = placesOf(needs);
  const accused = file.accused;
  const today = dateInChina(needs.now());
  const unitsOf = ({ unit, person }: ReportRecipient) => [unit, ...(person ? places.postsOf(person, today).map((post) => post.unit) : [])];
  const isOutside = accused !== undefined && recipients.flatMap(unitsOf).every((unit) => !isInvolved(unit, accused, places));
  const names = { ...(secretary && { secretary: secretary.name }), ...(organizationLeader && { organizationLeader: organizationLeader.name }) };
  const said: ReportSaid = { office, subject: about, facts, count, ...(identity && { identity }), names };
  const note = takeNote(JSON.stringify(said));
  const done = { by: { person: actor.person, unit: actor.unit }, at: needs.now() };
  const step = (no: string) =>
    sealedStep(needs, subject, { type: 'sendReport', kind, recipients, isOutside, said: note.words, pages, sealNo, no, ...done }, { notes: [note] });
  return actNumbered(needs, subject, { paper: 'F55', unit: file.desk ?? actor.unit }, step, seen);
}

function organization(needs: SealedNeeds, { accused }: SealedFile): readonly ReportRecipient[] {
  const unit = accused && organizationFor(accused, placesOf(needs));
  return unit ? [{ post: 'organization', unit }] : [];
}

type Leaders = { readonly secretary: Leader | undefined; readonly organizationLeader: Leader | undefined };

/** @throws Refusal when somebody is named who is none of those whom the page offered */
function leaders(needs: SealedNeeds, file: SealedFile, given: Leaders): readonly ReportRecipient[] {
  const offered = leadersOf(needs, file);
  const found = (['secretary', 'organizationLeader'] as const).flatMap((post): ReportRecipient[] => {
    const leader = given[post];
    if (!leader) return [];
    const at = offered.find(({ person }) => person === leader.person);
    if (!at) throw new Refusal('Invalid', `“${REPORT_POSTS[post]}”不在可以报送的人里，请重新选择。`);
    return [{ post, unit: at.unit, person: leader.person }];
  });
  if (found.length === 2 && found[0]!.person === found[1]!.person) throw new Refusal('Invalid', '两位负责同志不能写成同一个人，请核对。');
  if (found.length < 2) throw new Refusal('Invalid', '重大情况要写明两位负责同志：党委主要负责同志、分管组织（人事）工作的负责同志。', CADRES);
  return found;
}

export interface LeaderOffered {
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
}

/** Those of the Party committee that manages the cadre whom the directory knows as leaders; nobody over whom the accused has a say. */
export function leadersOf(needs: SealedNeeds, { accused }: SealedFile): readonly LeaderOffered[] {
  const places = placesOf(needs);
  const today = dateInChina(needs.now());
  const managing = accused && recipientFor(accused, places);
  const division = managing && places.findOrgan(managing)?.division;
  if (!division) return [];
  const organs = places.organs.filter((organ) => organ.type === 'party' && organ.division === division && !isInvolved(organ.unit, accused, places));
  return organs.flatMap(({ unit }) =>
    places
      .holdersOf(unit, 'leader', today)
      .filter(({ person }) => places.postsOf(person, today).every((post) => !isInvolved(post.unit, accused, places)))
      .map(({ person, post }) => ({ person, name: places.personOf(person), post, unit })),
  );
}

/** 没有必要的，不写信访人的身份: found by comparing, told with the blank that holds it. */
async function mustNotName(needs: SealedNeeds, { region }: Subject, { opening }: SealedFile, { office, subject, facts, identity }: ReportGiven): Promise<void> {
  if (!opening || identity) return;
  const texts = await readWords(needs.db.sql, needs.keys, [{ region, id: opening.parties.id }]);
  const known = partiesIn(texts.get(opening.parties.id) ?? '').flatMap(({ name, phone, address }) =>
    [name, phone, address].filter((word) => word && word.length > 1),
  );
  const blanks = { 涉及的职务: office, 反映的问题: subject, 信访人反映的情况: facts };
  const naming = Object.entries(blanks).find(([, text]) => known.some((word) => text.includes(word!)));
  if (naming) throw new Refusal('AgainstRule', `“${naming[0]}”里写了信访人的姓名、电话或者住址。请去掉；确实必要的，写明理由。`, CADRES);
}

export async function readReport(needs: SealedNeeds, { region }: Subject, { said }: CadreReport): Promise<ReportSaid> {
  const text = (await readWords(needs.db.sql, needs.keys, [{ region, id: said.id }])).get(said.id);
  const gone = '（内容已依法删除）';
  return text ? JSON.parse(text) : { office: gone, subject: gone, facts: gone, count: 0, names: {} };
}

export function namesOf({ directory }: SealedNeeds, { recipients, received }: CadreReport, { names }: ReportSaid): ReportPage['recipients'] {
  return recipients.map(({ post, unit }) => {
    const on = received[post];
    return { post, name: names[post] ?? directory.current().nameOf(unit), receivedOn: on ? dateInChina(on) : null };
  });
}

export interface LoadedReport {
  readonly subject: Subject;
  readonly code: string;
  readonly index: number;
  readonly sent: CadreReport;
  readonly said: ReportSaid;
  readonly as: ReportPost;
  readonly n: number;
}

/** @throws Refusal NotFound alike for a report that is not there and for one that is not theirs */
export async function loadReport(needs: SealedNeeds, subject: Subject, index: number, actor: Actor): Promise<LoadedReport> {
  const { file, past } = await replayFile(needs, subject);
  const sent = file.reports.sent[index];
  const as = sent && postOf(askerOf(needs, actor), sent, file.accused, needs.directory.current());
  if (!sent || !as) throw notHere();
  return { subject, code: file.opening!.code, index, sent, said: await readReport(needs, subject, sent), as, n: past.length };
}

export function showReport(needs: SealedNeeds, { subject, code, index, sent, said, as, n }: LoadedReport): ReportPage {
  const { kind, no, unit, at, pages, sealNo } = sent;
  return {
    region: subject.region,
    file: subject.id,
    report: index,
    n,
    today: dateInChina(needs.now()),
    code,
    kind,
    no,
    from: needs.directory.current().nameOf(unit),
    sentOn: dateInChina(at),
    office: said.office,
    subject: said.subject,
    facts: said.facts,
    count: said.count,
    identity: said.identity ?? null,
    pages,
    sealNo,
    as,
    recipients: namesOf(needs, sent, said),
    may: sent.received[as] ? [] : ['receive'],
  };
}
