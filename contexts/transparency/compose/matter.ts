import {
  answerableOrgan,
  holderNow,
  isShown,
  partiesOf,
  PETITIONER,
  STAGES,
  textOf,
  titleOf,
  wordsTold,
  writtenIn,
  TELLINGS,
  type LoadedMatter,
  type MatterAction,
  type Stage,
  contactAt,
} from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import { clockOfKey } from '#kernel/clocks/moved.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import type { Answerable, LogLine, PublicComplaint, PublicMatter, PublicPaper, PublicStage } from '../domain/progress.ts';
import type { Site } from '#contexts/intake/index.ts';
import { isPublicClock, publicClocks } from './clocks.ts';
import { answersOf } from './claims.ts';
import { publicEvaluation } from './evaluation.ts';
import { spentSince } from './spent.ts';
import { standInsOf } from './stand-ins.ts';
import { stationsOf } from './stations.ts';

export interface Material {
  readonly loaded: LoadedMatter;
  readonly law: Law;
  readonly directory: Directory;
  readonly site: Site;
  readonly today: PlainDate;
  readonly papers: readonly PublicPaper[];
  readonly complaints: readonly PublicComplaint[];
}

/** A matter as its petitioner may see it (不变量 21): dates, codes and names; no note between offices, no other person. */
export function publicMatter({ loaded, law, directory, site, today, papers, complaints }: Material): PublicMatter {
  const { matter, past, texts } = loaded;
  const opening = matter.opening!;
  const short = (unit: string) => directory.shortNameOf(unit);
  const answerable = answerableOf(loaded, { directory, site, today });
  const speaker = partiesOf(loaded).find(({ phone }) => phone);
  const reviewer = matter.review?.organ ?? matter.opinion?.reviewOrgan ?? (matter.handlingUnit && directory.superiorOf(matter.handlingUnit));
  const recheck = matter.recheck?.organ ?? matter.review?.opinion?.recheckOrgan ?? (reviewer && directory.superiorOf(reviewer));
  const ended = answerableOrgan(matter) === null;
  const stage: PublicStage = matter.stage as Exclude<Stage, 'unknown' | 'sealed'>; // nothing is published of these two; a stage that the page does not know is a fault here
  const last = past.at(-1);
  return {
    subject: loaded.subject.id,
    no: opening.no,
    title: textOf(texts, opening.title),
    claims: matter.claims.map(({ no, text }) => ({ text: textOf(texts, text), ...answersOf({ matter, past, papers }, no) })),
    receivedOn: matter.firstReceipt!,
    stage,
    stations: stationsOf(matter, past, short),
    ...(answerable && { answerable }),
    clocks: publicClocks(
      matter.clocks,
      law,
      (reading) => (reading.role === 'petitioner' ? PETITIONER : short(holderNow(reading, matter))),
      (reading) => spentSince(reading, stage, past),
    ),
    log: logOf(loaded, (unit) => directory.shortNameOf(unit)),
    papers,
    evaluation: publicEvaluation(loaded, short),
    complaints,
    ...(speaker?.phone && { phone: `${speaker.phone.slice(0, 3)}****${speaker.phone.slice(-4)}` }),
    electronic: matter.electronic,
    ...(reviewer && { review: directory.nameOf(reviewer) }),
    ...(recheck && { recheck: directory.nameOf(recheck) }),
    ...(ended && last && { ending: { text: STAGES[matter.stage].said, on: dateInChina(last.at) } }),
  };
}

/** The organ, the person who has it, and another number if nobody answers: the petition department, or who watches over it. */
function answerableOf({ matter, texts }: LoadedMatter, { directory, site, today }: Pick<Material, 'directory' | 'site' | 'today'>): Answerable | undefined {
  const unit = answerableOrgan(matter);
  if (!unit) return undefined;
  const organ = directory.findOrgan(unit);
  const contact = contactAt(matter, unit);
  const card = contact && cardOf(textOf(texts, contact.card));
  const standIns = contact ? standInsOf(directory, unit, contact.person, today, matter) : [];
  const host = site.host;
  const isHost = directory.nameOf(unit) === host.name.zh;
  const second = isHost ? site.supervision : host;
  return {
    unit: directory.nameOf(unit),
    short: directory.shortNameOf(unit),
    ...(card && { person: [card.name, card.post].filter(Boolean).join('，') }),
    ...(standIns.length > 0 && { standIns }),
    ...((card?.phone || organ?.phones[0]) && { phone: card?.phone || organ?.phones[0] || '' }),
    ...(organ?.hours && { hours: organ.hours }),
    ...(organ?.address && { address: organ.address }),
    second: { unit: second.name.zh, phone: second.phone },
  };
}

function cardOf(text: string): { readonly name?: string; readonly post?: string; readonly phone?: string } | undefined {
  return text.startsWith('{') ? JSON.parse(text) : undefined; // erased: then the organ stands alone
}

const NOTE = '办理情况'; // the office calls it a note; to whom it is told it is news of the matter

/** What was done with the matter; notes between offices stay between offices. */
function logOf({ past, texts }: LoadedMatter, nameOf: (unit: string) => string): LogLine[] {
  return past.flatMap((recorded): LogLine[] => {
    const action = forPetitioner(recorded as unknown as MatterAction);
    if (!action || !TELLINGS[action.type] || !isShown(action)) return [];
    const words = wordsTold(action, true);
    const title = action.type === 'NoteTaken' ? NOTE : titleOf(action, nameOf).replaceAll('信访人', '您');
    const text = [title, words && writtenIn(textOf(texts, words))].filter(Boolean).join('：');
    return [{ on: dateInChina(recorded.at), type: action.type, text, title }];
  });
}

/** Of terms that were counted again only those that are theirs to see; none of them: nothing to tell. */
function forPetitioner(action: MatterAction): MatterAction | undefined {
  if (action.type !== 'TermsRecounted') return action;
  const moved = action.moved.filter(({ key }) => isPublicClock(clockOfKey(key)));
  return moved.length > 0 ? { ...action, moved } : undefined;
}
