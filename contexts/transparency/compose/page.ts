import { findPrivacyOf } from '#contexts/retention/index.ts';
import { joint, loadMatter, maskedName, partiesOf as partiesOfMatter, type CaseworkNeeds, type Party } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import type { DocumentsNeeds } from '#contexts/documents/index.ts';
import { loadIntake, type IntakeNeeds, type LoadedIntake, type Site } from '#contexts/intake/index.ts';
import type { SupervisionNeeds } from '#contexts/supervision/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { MainMatter, OpenedBy, ProgressPage, PublicIntake, PublicMatter } from '../domain/progress.ts';
import { publicClocks } from './clocks.ts';
import { canAskOf } from './asking.ts';
import { commitmentOf } from './commitment.ts';
import { complaintsOf } from './complaints.ts';
import { groupOf } from './group.ts';
import { heardOf } from './heard.ts';
import { publicMatter } from './matter.ts';
import { composeMine } from './mine.ts';
import { filesAdded, filesOfLetter } from './given.ts';
import { publicPapers } from './papers.ts';

export interface ComposeNeeds extends CaseworkNeeds, SupervisionNeeds, Pick<DocumentsNeeds, 'db' | 'keys'> {
  readonly intake: IntakeNeeds;
  readonly siteOf: (region: string) => Site;
  readonly findOpened: (subject: Subject) => Promise<readonly { readonly unit: string; readonly times: number; readonly last: Date }[]>;
}

/** Everything that the code of an intake shows: each matter that came of it in full, of a sealed part only that it is sealed. */
export async function composePage(needs: ComposeNeeds, intake: Subject): Promise<ProgressPage> {
  const loaded = await loadIntake(needs.intake, intake);
  const site = needs.siteOf(intake.region);
  const subjects = loaded.intake.matters.map((id) => ({ region: intake.region, id }));
  const matters = await Promise.all(subjects.map((subject) => composeMatter(needs, subject, site)));
  const waiting = matters.length === 0 && !loaded.intake.sealed && loaded.intake.stage === 'registered';
  const opened = loaded.intake.stage === 'sealed' ? [] : await openedBy(needs, [intake, ...subjects]);
  const { name, phone } = site.discipline;
  const first = subjects[0] && (await loadMatter(needs, subjects[0]));
  const parties = first ? partiesOfMatter(first) : partiesOf(loaded.texts, loaded.intake.received?.parties.id); // as last told
  const given = [...filesOfLetter(loaded), ...(await Promise.all(subjects.map(async (subject) => filesAdded(await loadMatter(needs, subject))))).flat()];
  const requests = (await findPrivacyOf(needs, intake.region, loaded.intake.received!.no)).filter(({ member }) => !member);
  return {
    version: 1,
    publishedAt: needs.now().toISOString(),
    intake: { ...publicIntake(loaded, needs.directory.current()), ...(given.length > 0 && { given }) },
    matters: waiting ? [asMatter(needs, loaded, site)] : matters,
    ...(loaded.intake.sealed && { sealed: { ...handedOver(loaded), contact: { name: name.zh, phone } } }),
    opened,
    mine: composeMine({ loaded, matters, opened, requests, parties, given }),
  };
}

async function composeMatter(needs: ComposeNeeds, subject: Subject, site: Site): Promise<PublicMatter> {
  const [loaded, complaints] = await Promise.all([loadMatter(needs, subject), complaintsOf(needs, subject)]);
  const papers = publicPapers(loaded);
  const directory = needs.directory.current();
  const today = dateInChina(needs.now());
  const shown = publicMatter({ loaded, law: needs.lawOf(loaded.matter.opening!.pack), directory, site, today, papers, complaints });
  const main =
    loaded.matter.stage === 'merged' && loaded.matter.duplicateOf
      ? await composeMain(needs, { region: subject.region, id: loaded.matter.duplicateOf }, site)
      : undefined;
  return {
    ...shown,
    ...canAskOf(loaded, directory, today),
    ...commitmentOf(loaded, directory, today),
    ...heardOf(loaded, directory, today),
    ...groupOf(needs.intake, loaded, directory, today),
    ...(main && { main }),
  };
}

/** Merged: where it is handled. The words of the other intake stay with its own code. */
async function composeMain(needs: ComposeNeeds, subject: Subject, site: Site): Promise<MainMatter> {
  const loaded = await loadMatter(needs, subject);
  const law = needs.lawOf(loaded.matter.opening!.pack);
  const { no, stage, stations, answerable, clocks, receivedOn } = publicMatter({
    loaded,
    law,
    directory: needs.directory.current(),
    site,
    today: dateInChina(needs.now()),
    papers: [],
    complaints: [],
  });
  return { no, stage, stations, clocks, receivedOn, ...(answerable && { answerable }) };
}

function publicIntake({ intake, past, texts }: LoadedIntake, directory: Directory): PublicIntake {
  const { received, receivedAt } = intake;
  const speaker = partiesOf(texts, received?.parties.id)[0];
  const answered = past.findLast(({ type }) => type === 'InquiryAnswered');
  return {
    no: received!.no,
    channel: received!.channel,
    receivedAt: receivedAt!.toISOString(),
    ...(speaker && !received!.anonymous && { petitioner: received!.people > 1 ? joint(received!.people) : maskedName(speaker.name) }),
    ...(received!.people > 1 && { people: received!.people }),
    claims: listOf(texts, received?.claims?.id).length,
    files: listOf(texts, received?.files?.id).length,
    ...(answered && { reply: { on: dateInChina(answered.at), by: directory.shortNameOf(answered.by.unit), ...answerIn(answered, texts) } }),
  };
}

/** What was answered, in the words that the person was told. */
function answerIn(action: object, texts: ReadonlyMap<string, string>): { text?: string } {
  const text = texts.get((action as { answer?: { id: string } }).answer?.id ?? '');
  return text ? { text } : {};
}

/** Nobody has said yet what it is: the petition department answers for it, and its clocks run already (件件有着落). */
function asMatter(needs: ComposeNeeds, { intake, texts }: LoadedIntake, site: Site): PublicMatter {
  const received = intake.received!;
  const directory = needs.directory.current();
  const desk = intake.desk ?? received.receivedBy;
  const organ = directory.findOrgan(desk);
  return {
    no: received.no,
    title: texts.get(received.title.id) ?? '',
    claims: listOf(texts, received.claims?.id).map((text) => ({ text: String(text) })),
    receivedOn: intake.firstReceipt!,
    stage: 'registered',
    stations: [
      { key: 'registered', state: 'done', on: intake.firstReceipt! },
      { key: 'sent', state: 'now' },
      ...(['accepted', 'handling', 'answered', 'performed'] as const).map((key) => ({ key, state: 'to' as const })),
    ],
    answerable: {
      unit: directory.nameOf(desk),
      short: directory.shortNameOf(desk),
      second: { unit: site.supervision.name.zh, phone: site.supervision.phone },
      ...(organ?.phones[0] && { phone: organ.phones[0] }),
      ...(organ?.hours && { hours: organ.hours }),
      ...(organ?.address && { address: organ.address }),
    },
    clocks: publicClocks(intake.clocks, needs.lawOf(received.pack), ({ holder }) => directory.shortNameOf(holder)),
    log: [{ on: intake.firstReceipt!, type: 'IntakeRegistered', text: '登记', title: '登记' }],
    papers: [],
    evaluation: { state: 'notDue', rated: 0 },
    complaints: [],
    electronic: received.electronic,
  };
}

/** When it left the sealed line is told there; here it is only known that it is sealed. */
function handedOver({ past }: LoadedIntake) {
  const transferred = past.findLast(({ type }) => type === 'AccusationTransferred');
  return transferred ? { handedOverOn: dateInChina(transferred.at) } : {};
}

async function openedBy({ findOpened, directory }: ComposeNeeds, subjects: readonly Subject[]): Promise<OpenedBy[]> {
  const found = (await Promise.all(subjects.map(findOpened))).flat();
  const units = Map.groupBy(found, ({ unit }) => unit);
  return [...units].map(([unit, rows]) => ({
    organ: directory.current().nameOf(unit),
    times: rows.reduce((sum, { times }) => sum + times, 0),
    lastOn: dateInChina(new Date(Math.max(...rows.map(({ last }) => last.getTime())))),
  }));
}

function partiesOf(texts: ReadonlyMap<string, string>, id: string | undefined): Party[] {
  return listOf(texts, id) as Party[];
}

function listOf(texts: ReadonlyMap<string, string>, id: string | undefined): unknown[] {
  const text = id === undefined ? undefined : texts.get(id);
  return text?.startsWith('[') ? JSON.parse(text) : [];
}
