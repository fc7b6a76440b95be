import { dateInChina, daysBetween, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { against, tooLate } from '../../../decide/sentences.ts';
import type { Matter } from '../../../matter.ts';
import { PETITIONER } from '../../../permissions.ts';
import type { Asked, Conditions, Rules } from '../../rule.ts';
import type { PublicationCommand } from './commands.ts';
import { isGoingOn, lastDayToObject, type Publication } from './state.ts';

const ARTICLE = '第三十六条第二款';
const PERSONAL = '《个人信息保护法》第二十五条';

/** 经过听证的复核意见可以依法向社会公示: by the organ that rechecked, and by nobody else. */
export const PUBLICATION_CONDITIONS: Conditions<PublicationCommand> = {
  proposePublication: (asked) => notOurs(asked) ?? notHeard(asked.matter) ?? alreadyOnItsWay(asked.matter),
  tellPublication: (asked) => notOurs(asked) ?? mustBe(asked.matter, ['proposed', 'told'], '没有要告知的公示稿。请先起草并签发《复核意见公示》。'),
  objectToPublication: (asked) => notOurs(asked) ?? objectable(asked.matter),
  answerObjection: (asked) => notOurs(asked) ?? (asked.matter.publication?.objected ? undefined : against('没有等待答复的公示异议。')),
  releasePublication: (asked) => notOurs(asked) ?? mustBe(asked.matter, ['told'], '还没有把公示稿告知信访人。请先“登记公示告知”。') ?? stillOpen(asked),
  takeDownPublication: (asked) => notOurs(asked) ?? mustBe(asked.matter, ['proposed', 'told', 'released'], '没有正在公示或者准备公示的复核意见。'),
};

export const PUBLICATION_RULES: Rules<PublicationCommand> = {
  proposePublication({ document, text, left, startsOn, endsOn, by, at }, _, __, ___, law) {
    mustLeadToNobody(left);
    const earliest = lastDayToObject(dateInChina(at), law);
    const { publication, publicationObjection } = law.limits;
    if (startsOn <= earliest)
      throw against(
        `公示最早从${earliest}的第二天开始：公示以前先告知信访人，信访人有${publicationObjection.days}日可以提出异议。请改公示的起始日期。`,
        PERSONAL,
      );
    const days = daysBetween(startsOn, endsOn) + 1;
    if (days < 1 || days > publication.days) throw against(`公示要有期限，一日以上、${publication.days}日以内。请核对截止日期。`, ARTICLE);
    return [{ type: 'PublicationProposed', document, text, startsOn, endsOn, by, at }];
  },

  tellPublication({ on, told, by, at }, matter, _, __, law) {
    const today = dateInChina(at);
    const { document, proposedOn } = current(matter);
    if (on > today) throw against('告知的日期晚于今天，请核对。');
    if (on < proposedOn) throw against(`公示稿${proposedOn}才签发，告知不能早于这一天，请核对。`);
    return [{ type: 'PublicationTold', document, on, until: later(lastDayToObject(on, law), today), told, by, at }];
  },

  /** Also after it was released: then it is not shown until somebody has answered. */
  objectToPublication: ({ grounds, by, at }, matter) => [{ type: 'PublicationObjected', document: current(matter).document, grounds, by, at }],

  answerObjection({ upheld, grounds, by, at }, matter) {
    mustBeSecond(matter, by.person, '答复异议');
    return [{ type: 'PublicationObjectionAnswered', document: current(matter).document, upheld, grounds, by, at }];
  },

  /** The second person has read it, sees nobody in it, and answers for the review of secrets (F53). */
  releasePublication({ reviewed, left, grounds, by, at }, matter) {
    const { document, text, endsOn } = current(matter);
    mustBeSecond(matter, by.person, '发布');
    if (!reviewed) throw against('没有经过公开审查的不能公示。审查出问题的，请“撤下公示”，改好后重新签发。', PERSONAL);
    mustLeadToNobody(left);
    if (dateInChina(at) > endsOn) throw tooLate(`这份公示稿写的公示期到${endsOn}为止，已经过了。请撤下，重新签发一份。`, ARTICLE);
    return [{ type: 'PublicationReleased', document, text, grounds, by, at }];
  },

  takeDownPublication: ({ grounds, by, at }, matter) => [{ type: 'PublicationTakenDown', document: current(matter).document, grounds, by, at }],
};

const current = ({ publication }: Matter) => publication!;
const later = (one: PlainDate, other: PlainDate) => (one > other ? one : other);

function mustLeadToNobody(left: readonly string[]): void {
  if (left.length === 0) return;
  throw against(`公示稿里还有能认出人的内容：${left.join('、')}。请改成“张某某”“某村”“（电话略）”这样的写法，再签发。`, PERSONAL);
}

function mustBeSecond({ publication }: Matter, person: string, what: string): void {
  if (publication?.proposedBy === person) throw against(`拟稿签发的人不能自己${what}，请由另一名负责人办理。`, PERSONAL);
}

function notOurs({ matter, unit, organs }: Asked): Refusal | undefined {
  if (unit === PETITIONER || unit === matter.recheck?.organ) return undefined;
  const organ = matter.recheck && organs.nameOf(matter.recheck.organ);
  return new Refusal('NotAllowed', organ ? `复核意见由${organ}公示，本单位不能办理。` : '本件没有经过复核，没有可以公示的复核意见。', ARTICLE);
}

function notHeard({ recheck, hearings = [] }: Matter): Refusal | undefined {
  if (!recheck?.deliveredOn) return against('复核意见还没有送达信访人，不能公示。', ARTICLE);
  const held = hearings.filter(({ instance, state }) => instance === 'recheck' && state === 'reported');
  if (held.length === 0) return against('只有经过听证的复核意见可以公示，本件复核没有举行听证。', ARTICLE);
  return held.some(({ closed }) => closed) ? against('听证因涉及国家秘密、商业秘密或者个人隐私没有公开，复核意见也不公示。', ARTICLE) : undefined;
}

const alreadyOnItsWay = (matter: Matter) => (isGoingOn(matter) ? against('已经有一份公示稿。要改的，请先“撤下公示”，再重新签发。') : undefined);

const mustBe = ({ publication }: Matter, states: readonly Publication['state'][], otherwise: string) =>
  publication && states.includes(publication.state) ? undefined : against(otherwise, ARTICLE);

function objectable({ publication }: Matter): Refusal | undefined {
  if (!publication || publication.state === 'ended') return against('没有正在公示或者准备公示的复核意见。');
  return publication.objected ? against('已经提出过异议，答复以前不公示。') : undefined;
}

function stillOpen({ matter: { publication }, today }: Asked): Refusal | undefined {
  const { objected, until } = publication!;
  if (objected) return against('信访人对公示提出了异议，还没有答复。请先“答复公示异议”。', PERSONAL);
  return until && today <= until ? against(`信访人在${until}以前可以提出异议，期限过后才能发布。`, PERSONAL) : undefined;
}
