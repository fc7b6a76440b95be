/** Papers of what offices do together: the minutes of a meeting (F42). */
import { listOfValue, textOfValue } from '#kernel/work/kind.ts';
import type { Blanks, WorkPapers, WorkTold } from '#kernel/work/paper.ts';
import { decisionsOf } from './kinds/meeting.ts';

/** F42 会议纪要: numbered when it is issued, whether from the form or from a draft that was looked at first. */
function minutes(told: WorkTold): Blanks {
  const { work, places, text } = told;
  const { title, meetOn, place, attended, persons, absent, agenda, minutes: body } = work.values;
  const units = listOfValue(attended).map(places.nameOf);
  const guests = linesOf(text(persons));
  return {
    meeting: text(title),
    heldAt: [textOfValue(meetOn), text(place)].filter(Boolean).join('，'),
    host: places.nameOf(work.owner),
    present: units,
    ...(guests.length > 0 && { observers: guests }),
    ...(text(absent) && { absent: linesOf(text(absent)) }),
    topics: [{ topic: linesOf(text(agenda)).join('；') || text(title), discussion: text(body) }],
    decisions: decisionsOf(work).map(({ at, owner, dueOn, state }) => ({
      what: text(at.values.decision),
      kind: state === 'information' ? 'information' : 'assignment',
      owner: owner ? places.nameOf(owner) : '',
      by: dueOn ?? '',
    })),
    copies: units,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split(/\n|；/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const COORDINATION_PAPERS: WorkPapers = {
  meeting: {
    F42: {
      steps: ['minutes'],
      stages: ['minuted', 'closed'],
      may: (unit, { owner }) => unit === owner,
      blanks: minutes,
      signing: {
        step: 'minutes',
        fields: ({ topics }) => ({
          minutes: (topics as readonly { topic: string; discussion: string }[]).map(({ topic, discussion }) => `${topic}\n${discussion}`).join('\n'),
        }),
      },
    },
  },
};
