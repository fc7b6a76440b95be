/** Papers of supervision: reminder F38, order F39, recommendation F40 and its answer F41, annual report F48, briefing F49, case F52, decision of the conference F61. */
import type { PlainDate } from '#kernel/dates.ts';
import { shortChinese } from '#kernel/words.ts';
import { textOfValue, type Work, type WorkPlaces } from '#kernel/work/kind.ts';
import { letterTo, toldDay, type Blanks, type WorkPapers, type WorkTold } from '#kernel/work/paper.ts';
import type { CAUSES } from './order.ts';
import type { MEASURES } from './measure.ts';

const aimedAt = ({ work }: WorkTold) => textOfValue(work.values.unit);
const inWords = (date: string) => `${date.slice(0, 4)}年${shortChinese(date as PlainDate)}`;
const isOwner = (unit: string, { owner }: Work, places: WorkPlaces) => unit === owner || places.organOf(unit) === owner;
/** What it is about; its number, where this receiver may not be told that. The paper itself says 信访事项. */
const matterOf = ({ work: { values }, known }: WorkTold) => known['matter'] || textOfValue(values.matter);
const FEEDBACK = '写明原因、整改措施和结果，附有关凭据。';

/** The causes of an order as the paper lists them (第四十条第一款; statutes 5.4). */
const PRINTED: Readonly<Record<keyof typeof CAUSES, string>> = {
  overdue: 'overdue',
  noReport: 'noFeedback',
  procedure: 'procedure',
  shirking: 'shirking',
  falsehood: 'shirking',
  notPerformed: 'opinionNotPerformed',
  wrongBasis: 'clearError',
  other: 'other',
};

function order(told: WorkTold): Blanks {
  const { work, text, clock } = told;
  const { cause, clock: duty, legalOn, answerBy } = work.values;
  const breach = duty && legalOn ? `${clock(textOfValue(duty))}应当在${inWords(textOfValue(legalOn))}前办，到今天没有办。` : '';
  return {
    ...letterTo(told, aimedAt(told)),
    ...(matterOf(told) && { subject: matterOf(told) }), // none: the work of a whole unit is ordered
    cause: PRINTED[(cause ?? 'overdue') as keyof typeof CAUSES],
    facts: text(work.values.facts) || breach,
    demand: text(work.values.demand),
    dueOn: toldDay(answerBy),
    feedback: FEEDBACK,
  };
}

const causeOf = (printed: unknown) => Object.entries(PRINTED).find(([, one]) => one === printed)?.[0];

function reminder(told: WorkTold): Blanks {
  const { work, person, clock, text, places } = told;
  const { clock: duty, legalOn, way, said, answerBy } = work.values;
  return {
    addressee: places.nameOf(aimedAt(told)),
    subject: matterOf(told) || '信访工作',
    way: way === 'visit' ? 'onSite' : textOfValue(way),
    duty: duty ? clock(textOfValue(duty)) : '督办反馈',
    dueOn: toldDay(legalOn ?? answerBy),
    state: legalOn ? '到期没有办结' : '还没有收到督办反馈', // an order may be reminded of before its day: then nothing is overdue
    answer: text(said),
    reminder: person,
  };
}

function recommendation(told: WorkTold): Blanks {
  const { work, text, places, due } = told;
  return {
    ...letterTo(told, aimedAt(told)),
    kind: textOfValue(work.values.advice),
    subject: `${places.nameOf(aimedAt(told))}的有关工作`,
    facts: text(work.values.facts),
    advice: text(work.values.text),
    basis: text(work.values.basis),
    feedbackBy: due('A23'),
  };
}

function feedback(told: WorkTold): Blanks {
  const { work, text, unit, person, places } = told;
  return {
    addressee: places.nameOf(places.organOf(work.owner)),
    recommendationNo: text(work.values.number) || told.known['F40'],
    result: textOfValue(work.values.adopted),
    reasons: text(work.values.measures),
    contactPerson: person,
    contactPhone: places.phoneOf?.(unit),
  };
}

function measure(told: WorkTold): Blanks {
  const { work, text, referred } = told;
  const meeting = referred?.work.values;
  return {
    ...letterTo(told, aimedAt(told)),
    measure: textOfValue(work.values.measure) as keyof typeof MEASURES,
    meeting: meeting && [referred.text(meeting.title), textOfValue(meeting.meetOn)].filter(Boolean).join('，'),
    meetingNo: referred && (referred.numbers['F42'] ?? referred.text(meeting?.number)),
    facts: text(work.values.facts),
    demand: text(work.values.demand),
    dueOn: textOfValue(work.values.answerBy),
    feedback: FEEDBACK,
  };
}

function annualReport(told: WorkTold): Blanks {
  const { work, text, unit, person, places, known } = told;
  const year = work.values.period;
  return {
    addressee: known['addressee'],
    year: typeof year === 'string' ? year : text(year),
    statistics: known['statistics'],
    supervision: known['supervision'],
    recommendations: known['recommendations'],
    others: text(work.values.other) || '无',
    contactPerson: person,
    contactPhone: places.phoneOf?.(unit),
  };
}

const briefing = (told: WorkTold): Blanks => ({
  ...letterTo(told, aimedAt(told)),
  subject: told.text(told.work.values.title),
  period: told.text(told.work.values.period),
});

const caseStudy = ({ work, text }: WorkTold): Blanks => ({
  subject: text(work.values.title),
  facts: text(work.values.facts),
  checkedBy: text(work.values.checkedBy),
});

/** What the public must not be told is looked for before a case goes out (F53). */
const review = ({ work, text }: WorkTold): Blanks => ({ document: `典型案例《${text(work.values.title)}》` });

export const supervisionPapers: WorkPapers = {
  order: {
    F38: { steps: ['remind'], stages: ['proposed', 'detected', 'ordered'], may: isOwner, blanks: reminder },
    F39: {
      steps: ['issue', 'open'],
      stages: ['ordered'],
      may: isOwner,
      blanks: order,
      signing: {
        step: 'issue',
        fields: ({ cause, facts, demand, dueOn }) => ({ cause: causeOf(cause), facts, demand, answerBy: (dueOn as { on: string } | undefined)?.on }),
      },
    },
  },
  recommendation: {
    F40: { steps: ['send'], stages: ['sent'], may: isOwner, blanks: recommendation },
    F41: {
      steps: ['feedback'],
      stages: ['adopted', 'notAdopted', 'explained'],
      may: (unit, { values }) => unit === values.unit,
      blanks: feedback,
      signing: { step: 'feedback', fields: ({ result, reasons }) => ({ adopted: result, measures: reasons }) },
    },
  },
  measure: { F61: { steps: ['take'], stages: ['taken'], may: isOwner, blanks: measure } },
  annualReport: {
    F48: { steps: [], stages: ['submitted'], may: isOwner, blanks: annualReport, signing: { step: 'submit', fields: ({ others }) => ({ other: others }) } },
    F49: { steps: [], stages: ['due', 'submitted'], may: isOwner, blanks: briefing },
  },
  briefing: { F49: { steps: [], stages: ['issued'], may: isOwner, blanks: briefing, signing: { step: 'issue', fields: () => ({}) } } },
  suggestionCall: {
    F49: {
      steps: [],
      stages: ['published', 'summarised'],
      may: (unit, work, places) => isOwner(unit, work, places) || unit === work.values.desk,
      blanks: briefing,
    },
  },
  caseStudy: {
    F52: { steps: [], stages: ['issued'], may: isOwner, blanks: caseStudy, signing: { step: 'issue', fields: () => ({}) } },
    F53: { steps: [], stages: ['drafting', 'checked'], may: isOwner, blanks: review },
  },
};
