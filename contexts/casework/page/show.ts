import { daysOfMoved, nameOfMoved } from '#kernel/clocks/moved.ts';
import { dateInChina } from '#kernel/dates.ts';
import { chinese, clockTime } from '#kernel/words.ts';
import type { Actor } from '#platform/actor.ts';
import type { MatterPage } from '../contract.ts';
import type { Contact, MatterAction, Opening } from '../domain/actions.ts';
import { CLAIM_RESULTS } from '../domain/actions.ts';
import { answersTo } from '../domain/ways/agreement/answers.ts';
import { membersOf, signersOf } from '../domain/ways/collective/state.ts';
import { withoutContact } from '../domain/identity.ts';
import { answerableOrgan, contactAt, type Matter } from '../domain/matter.ts';
import { STAGES } from '../domain/stages.ts';
import { isShown, TELLINGS, wordsTold } from '../domain/timeline.ts';
import { resultsNow } from '../domain/ways/review/outcome.ts';
import type { CaseworkNeeds } from '../handle.ts';
import { clocksShown } from './clocks.ts';
import { textOf, type LoadedMatter } from './load.ts';
import { offeredTo } from './offered.ts';
import { masked, partiesOf, PARTY_ROLES } from './parties.ts';

type Opened = MatterPage['opened'];

/** The page of a matter as an official sees it: the petitioner's words first, then what is owed, then all that happened. */
export function matterPage(needs: CaseworkNeeds, loaded: LoadedMatter, actor: Actor, opened: Opened, nameOf: (person: string) => string): MatterPage {
  const { subject, matter, texts, past } = loaded;
  const opening = matter.opening!;
  const organs = needs.organs();
  const answerable = answerableOrgan(matter);
  const answers = answersTo(matter);
  const { classification } = matter;
  return {
    region: subject.region,
    matter: subject.id,
    no: opening.no,
    n: past.length,
    today: dateInChina(needs.now()),
    now: needs.now().toISOString(),
    title: textOf(texts, opening.title),
    stage: matter.stage,
    stageName: STAGES[matter.stage].name,
    kind: classification?.kind ?? null,
    category: classification?.category ?? null,
    channel: opening.channel,
    receivedAt: opening.receivedAt,
    firstTime: classification?.firstTime ?? null,
    anonymous: opening.anonymous,
    contactKnown: opening.contactKnown,
    electronic: matter.electronic,
    people: opening.people,
    ...(matter.collective && { members: membersOf(matter.collective), membersSigned: signersOf(matter.collective) }),
    ...(answers && { answers }),
    intakeNo: opening.intakeNo,
    intake: opening.intake,
    answerable: answerable ? { unit: answerable, name: organs.nameOf(answerable) } : null,
    words: textOf(texts, opening.text),
    claims: matter.claims.map(({ no, text }) => ({ no, text: textOf(texts, text), result: resultOf(matter, no) })),
    parties: {
      masked: true,
      list: partiesOf(loaded)
        .map((party) => masked(party, opening.people))
        .map((party) => ({ ...party, role: PARTY_ROLES[party.role] })),
    },
    handler: cardOf(texts, answerable ? contactAt(matter, answerable) : matter.handler),
    ...(isBeforeReviewer(matter) &&
      matter.handlingUnit && { handledBy: { unitName: organs.nameOf(matter.handlingUnit), card: cardOf(texts, matter.handler) } }),
    assignments: matter.assignments.map(({ from, to, receivedOn, reportDuty, state }) => ({
      from: organs.nameOf(from),
      to: organs.nameOf(to),
      receivedOn,
      reportDuty,
      state,
    })),
    clocks: clocksShown(needs, matter),
    timeline: timelineOf(loaded, organs.nameOf, nameOf),
    can: offeredTo(needs, matter, actor),
    opened,
  };
}

/** Erased with the other words: then the organ stands alone. */
function cardOf(texts: LoadedMatter['texts'], contact: Contact | undefined): MatterPage['handler'] {
  const card = contact && textOf(texts, contact.card);
  return card?.startsWith('{') ? JSON.parse(card) : null;
}

/** Somebody above has it in hand now; who handled it stays to be asked. */
const isBeforeReviewer = ({ stage }: Matter) => STAGES[stage].answerable === 'reviewOrgan' || STAGES[stage].answerable === 'recheckOrgan';

function resultOf(matter: Matter, no: number): string | null {
  const result = resultsNow(matter)[no];
  return result ? CLAIM_RESULTS[result] : null;
}

function timelineOf({ past, texts }: LoadedMatter, nameOfUnit: (unit: string) => string, nameOf: (person: string) => string) {
  return past.flatMap((recorded, index) => {
    const action = recorded as unknown as MatterAction;
    const telling = TELLINGS[action.type];
    if (!telling) return []; // other contexts tell their own part on their own place of the page
    const unit = nameOfUnit(recorded.by.unit);
    return [
      {
        n: index + 1,
        at: recorded.at.toISOString(),
        recordedAt: recorded.recordedAt.toISOString(),
        type: recorded.type,
        title: titleOf(action, nameOfUnit),
        text: withFiles(action, withoutContact(writtenIn(textOf(texts, wordsTold(action, false)))), texts),
        person: nameOf(recorded.by.person),
        unit,
        shown: isShown(action),
      },
    ];
  });
}

/** A supplement with files is kept as one text: told is what was written, and how many files came with it; their keys stay here. */
export function writtenIn(text: string): string {
  if (!text.startsWith('{"text":')) return text;
  try {
    const { text: written, files = [] } = JSON.parse(text) as { text: string; files?: readonly unknown[] };
    return `${written}（附件 ${files.length} 个）`;
  } catch {
    return text; // written like one by hand
  }
}

/** What an office added is listed with the files of the matter; here it says how many there were. */
function withFiles(action: MatterAction, text: string, texts: LoadedMatter['texts']): string {
  if (action.type !== 'MaterialAdded' || !action.files) return text;
  const listed = texts.get(action.files.id);
  return `${text}（附件${listed ? ` ${(JSON.parse(listed) as readonly unknown[]).length} 个` : '已依法删除'}）`;
}

/** The title, with the unit that the act names. */
export function titleOf(action: MatterAction, nameOfUnit: (unit: string) => string): string {
  const { title } = TELLINGS[action.type];
  if (action.type === 'MatterOpened' && action.offline) return `${title}（${offlineTold(action.offline)}）`;
  if (action.type === 'MatterOpened' && action.postmarkOn) return `${title}（邮戳${chinese(action.postmarkOn)}）`;
  if (action.type === 'MatterReferred' || action.type === 'MatterAssigned' || action.type === 'PassedToNextPetitionDept')
    return `${title}${nameOfUnit(action.to)}`;
  if (action.type === 'DeliveryFailed' && action.unproven) return '到期没有送达凭证，按没有送到处理，期限接着走';
  if (action.type === 'AssignmentReceived') return `${nameOfUnit(action.to)}收到`;
  if (action.type === 'MatterReassigned') return `改派${nameOfUnit(action.to)}`;
  if (action.type === 'TermsRecounted') return `${title}：${action.moved.map((term) => nameOfMoved(term) + daysOfMoved(term)).join('，')}`;
  if (action.type === 'RecusalPassedUp') return `回避申请报请${nameOfUnit(action.to)}决定`;
  if (action.type === 'RecusalDecided') return `${title}：${action.recused ? '应当回避' : '不用回避'}`;
  if (action.type === 'HearingCancelled' && action.declined) return '决定不举行听证';
  if (action.type === 'HandlingExtended') return `延期${action.days}日，最迟${action.told.A15}`;
  return title;
}

/** 不变量 46: whoever reads sees both times, and which counts. */
function offlineTold({ deviceAt, syncedAt, counts }: NonNullable<Opening['offline']>): string {
  return `没有网络时登记：设备上的时间${whenInChina(deviceAt)}，联网收到${whenInChina(syncedAt)}，以${counts === 'device' ? '设备上的时间' : '联网收到的时间'}为准`;
}

const whenInChina = (moment: string) => `${chinese(dateInChina(new Date(moment)))}${clockTime(new Date(moment))}`;
