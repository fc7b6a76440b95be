import type { LoadedMatter } from '#contexts/casework/index.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Row, Value } from '../domain/field.ts';
import type { DocumentsNeeds } from './needs.ts';
import { publicationPrefill } from './published.ts';
import { papersOf } from './step.ts';

type Code = 'F09' | 'F19' | 'F33' | 'F34' | 'F35' | 'F36' | 'F37' | 'F57';
type Known = Record<string, Value | undefined>;

/** What the matter knows of its review, its hearing and the earlier matter: nobody types it again into a paper. */
export function reviewPrefill(needs: DocumentsNeeds, code: Code, loaded: LoadedMatter, contactOf: (unit?: string) => string | undefined): Known {
  const { matter, texts, past } = loaded;
  const { review, recheck, opinion, handlingUnit, stage } = matter;
  const papers = papersOf(past);
  const numberOf = (document?: string) => (document && papers.all[document]?.number) || undefined;
  const nameOf = (unit?: string) => (unit ? needs.organs().nameOf(unit) : undefined);
  const text = (words?: Words) => (words && texts.get(words.id)) || undefined;
  const second = recheck !== undefined;
  const round = recheck ?? review;
  const contested = second ? review?.opinion?.document : opinion?.document;
  const common = { instance: second ? 'recheck' : 'review', opinionNo: numberOf(contested), requestedOn: round?.requestedOn };
  switch (code) {
    case 'F33':
      return {
        ...common,
        organ: nameOf(round?.organ),
        deliveredOn: second ? review?.deliveredOn : opinion?.deliveredOn,
        requestedOn: round?.postmarkOn ?? round?.requestedOn,
        excuse: text(round?.excuse),
        contested: text(round?.grounds),
        reasons: text(round?.grounds),
      };
    case 'F34':
      return {
        ...common,
        decision: round?.refused ? 'refused' : 'accepted',
        ground: round?.refused,
        remedyOrgan: nameOf(needs.organs().superiorOf(round?.organ ?? '')),
      };
    case 'F35':
    case 'F36': {
      const above = review && needs.organs().reviewOrgansOf(review.organ)[0];
      const help = matter.petitionDept ?? matter.opening?.receivedBy;
      return {
        ...common,
        unit: nameOf(second ? review?.organ : handlingUnit),
        request: [text(round?.grounds), text(round?.newFacts)].filter(Boolean).join('\n') || undefined,
        changes: changeRows(loaded),
        recheckOrgan: nameOf(above),
        recheckAddress: contactOf(above),
        reviewNo: numberOf(review?.opinion?.document),
        helpOrgan: nameOf(help),
        helpContact: contactOf(help),
      };
    }
    case 'F37':
      return publicationPrefill(needs, loaded);
    case 'F57':
      return { ...suspension(loaded), phase: matter.hearings?.some(({ suspends, toldStart }) => suspends && toldStart) ? 'end' : 'start' };
    case 'F19':
      return hearing(loaded, needs);
    case 'F09':
      return {
        comparison: compared(loaded),
        secondOfficer: refuser(needs, loaded),
        ...(stage === 'furtherRefused' && { remedyOrgan: nameOf(above(needs, loaded)) }),
      };
  }
}

/** The claims with nothing decided yet: for a change each gets its own answer. Empty rows are left out where nothing is changed. */
function changeRows({ matter, texts }: LoadedMatter): Row[] {
  return matter.claims.map(({ no, text }) => ({ no: String(no), claim: texts.get(text.id) ?? '', result: '', performer: '', performBy: '' }));
}

/** From the day after the decision to the report, or to the cap (不变量 49). */
function suspension({ matter, past }: LoadedMatter): Known {
  const one = matter.hearings?.find(({ suspends }) => suspends);
  const ended = past.find(({ type, ...rest }) => (type === 'HearingReported' || type === 'HearingCancelled') && (rest as { part?: string }).part === one?.id);
  const cap = Object.values(matter.clocks).find(({ clock }) => clock === 'A21')?.targetOn;
  const until = ended ? dateInChina(ended.at) : cap;
  return { startsOn: one?.decidedOn && addDays(one.decidedOn, 1), endsOn: until };
}

function hearing({ past, texts, matter }: LoadedMatter, needs: DocumentsNeeds): Known {
  const { parts, text } = scheduled(past, texts);
  if (!parts) return {};
  const reason = { stateSecret: '涉及国家秘密', businessSecret: '涉及商业秘密', privacy: '涉及个人隐私' }[parts.closedGround ?? ''];
  return {
    topic: matter.claims.map(({ text: words }) => texts.get(words.id)).join('；') || undefined,
    heldAt: parts.on,
    place: text(parts.place),
    host: needs.personOf(parts.host),
    members: text(parts.members)
      ?.split(/[\n；;]/)
      .map((one) => one.trim())
      .filter(Boolean),
    open: parts.open ? 'open' : 'closed',
    closedReason: reason,
  };
}

interface Scheduled {
  readonly on: string;
  readonly place: Words;
  readonly members: Words;
  readonly host: string;
  readonly open: boolean;
  readonly closedGround?: string;
}

function scheduled(past: LoadedMatter['past'], texts: LoadedMatter['texts']) {
  const parts = past.findLast(({ type }) => type === 'HearingScheduled') as unknown as Scheduled | undefined;
  return { parts, text: (words: Words) => texts.get(words.id) };
}

/** Both sides as they were put down, facts and reasons. */
function compared({ past, texts }: LoadedMatter): Row[] | undefined {
  const done = past.findLast(({ type }) => type === 'EarlierCompared') as unknown as
    | Readonly<Record<'factsBefore' | 'factsNow' | 'reasonsBefore' | 'reasonsNow', Words>>
    | undefined;
  if (!done) return undefined;
  const text = (words: Words) => texts.get(words.id) ?? '';
  return [
    { earlier: text(done.factsBefore), now: text(done.factsNow), answer: '' },
    { earlier: text(done.reasonsBefore), now: text(done.reasonsNow), answer: '' },
  ];
}

const refuser = (needs: DocumentsNeeds, { past }: LoadedMatter) => {
  const by = past.findLast(({ type }) => type === 'FurtherAcceptanceRefused')?.by.person;
  return by && needs.personOf(by);
};

const above = (needs: DocumentsNeeds, { past }: LoadedMatter) => {
  const unit = past.findLast(({ type }) => type === 'FurtherAcceptanceRefused')?.by.unit;
  return unit && needs.organs().superiorOf(unit);
};
