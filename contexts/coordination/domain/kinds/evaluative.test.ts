import { describe, expect, it } from 'vitest';
import { instantInChina, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { recordedBy, specify } from '#kernel/spec.ts';
import { offered, workDecider, type WorkCommand } from '#kernel/work/decide.ts';
import type { WorkAction, WorkValues } from '#kernel/work/kind.ts';
import { isConferenceDecision, MEETING } from './meeting.ts';

const decider = workDecider({ meeting: MEETING });
const given = specify(decider);
const places = {
  nameOf: (unit: string) => unit,
  organOf: (unit: string) => (unit === 'qc/water/office' ? 'qc/water' : unit),
  typeOf: (unit: string) => (unit === 'qc/petition' ? 'petitionDept' : 'department'),
  isPetitionDept: (unit: string) => unit === 'qc/petition',
  isSubordinate: () => false,
};
const text = { id: 'w', hash: 'h' };
const ask = (step: string, values: WorkValues, unit = 'qc/petition', day: PlainDate = '2026-05-12'): WorkCommand => ({
  kind: 'meeting',
  step,
  values,
  lengths: {},
  roles: ['petitionDeptHead', 'unitHead'],
  pack: 'cn-2022-05-01',
  places,
  by: { person: '某人', unit },
  at: instantInChina(day, '10:00'),
});

const every = { title: text, meetOn: '2026-05-12', place: text, invited: ['qc/water'], agenda: text };
const called = { meetingKind: 'evaluativeHearing', ...every, assessed: 'qc/water', experts: text, impartial: text, matter: '990421-X-2026-0000042-W' };
const convene = (more: WorkValues = {}, unit?: string) => ask('convene', { ...called, ...more }, unit);
const found = { finding: 'improvable', reasons: text, agree: 4, disagree: 1, dissent: text };
const held = recordedBy(decider, [convene(), ask('hold', { attended: ['qc/water'] })]);
const minutes = ask('minutes', { minutes: text, number: text });

describe('评判性听证（SB064）', () => {
  it('由责任单位以外的召集；写明评判谁、哪一件、专家怎样抽取、没有利害关系；责任单位到场说明', () => {
    given().when(convene()).thenTypes('MeetingConvened');
    for (const lacking of ['assessed', 'experts', 'impartial', 'matter'] as const) {
      const { [lacking]: _, ...rest } = called;
      given().when(ask('convene', rest)).thenRefused('AgainstRule');
    }
    for (const unit of ['qc/water', 'qc/water/office']) given().when(convene({}, unit)).thenRefused('AgainstRule');
    given()
      .when(convene({ invited: ['qc/town'] }))
      .thenRefused('AgainstRule');
  });

  it('别的会议不填这几项，也不记评判结果', () => {
    given()
      .when(ask('convene', { meetingKind: 'coordination', ...every, experts: text }))
      .thenRefused('AgainstRule');
    const other = recordedBy(decider, [ask('convene', { meetingKind: 'coordination', ...every }), ask('hold', { attended: ['qc/water'] })]);
    given(...other)
      .when(ask('assess', found))
      .thenRefused('NotAllowed');
    given(...other)
      .when(minutes)
      .thenTypes('MinutesIssued');
  });

  it('三人以上单数，过半数同意；不同意见如实写；先记结果，再印发纪要', () => {
    given(...held)
      .when(minutes)
      .thenRefused('AgainstRule');
    const { dissent: _, ...silent } = found;
    for (const wrong of [silent, { ...found, agree: 2, disagree: 3 }, { ...found, agree: 2, disagree: 0 }, { ...found, agree: 4, disagree: 2 }])
      given(...held)
        .when(ask('assess', wrong))
        .thenRefused('AgainstRule');
    const assessed = [...held, ...decider.decide(ask('assess', found), replay(decider, held))];
    given(...assessed)
      .when(ask('assess', found))
      .thenRefused('AgainstRule');
    const isOffered = (step: string, past: readonly WorkAction[]) =>
      offered(MEETING, MEETING.steps[step]!, replay(decider, past), { unit: 'qc/petition', roles: ['unitHead'] }, places);
    expect([isOffered('assess', held), isOffered('assess', assessed)]).toEqual([true, false]);
    expect(['acceptReport', 'return'].map((step) => isOffered(step, assessed))).toEqual([false, false]); // nobody has reported anything
    given(...assessed)
      .when(minutes)
      .thenTypes('MinutesIssued');
  });

  it('不变量 37、54：要改的定责任单位和日期；它不是联席会议的决定', () => {
    const decided = [
      ...held,
      ...decider.decide(ask('decide', { decision: text, nature: 'assign', owner: 'qc/water', dueOn: '2026-05-20' }), replay(decider, held)),
    ];
    const meeting = replay(decider, decided);
    expect(meeting.entries.at(-1)).toMatchObject({ type: 'MeetingDecided', dueOn: { D12: '2026-05-20' } });
    expect(isConferenceDecision(meeting, 'decision/1')).toBe(false);
  });
});
