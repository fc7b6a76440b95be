import { describe, expect, it } from 'vitest';
import { instantInChina } from '#kernel/dates.ts';
import { specify } from '#kernel/spec.ts';
import { readLaws } from '#platform/rules.ts';
import { complaintClock } from './clocks.ts';
import type { ComplaintAction } from './complaint.ts';
import { complaintDecider, type ComplaintCommand } from './decide.ts';
import { mayOpen, type Places } from './permissions.ts';

const given = specify(complaintDecider);
const words = { id: '1', hash: '2' };
const done = (day: `${number}-${number}-${number}`) => ({ by: { person: '督查员', unit: 'qc/supervision' }, at: instantInChina(day, '10:00') });
const laws = readLaws();
const law = laws.inForce('2026-05-11', 'qc');

const receive: ComplaintCommand = {
  type: 'receive',
  unit: 'qc/housing',
  organ: 'qc/supervision',
  isOutside: true,
  about: 'manner',
  matter: 'm1',
  words,
  contact: undefined,
  pack: law.version,
  ...done('2026-05-11'),
};
const received: ComplaintAction = {
  type: 'ConductComplaintReceived',
  unit: 'qc/housing',
  organ: 'qc/supervision',
  about: 'manner',
  matter: 'm1',
  words,
  pack: law.version,
  ...done('2026-05-11'),
};
const answer: ComplaintCommand = {
  type: 'answer',
  result: 'upheld',
  words,
  length: 40,
  told: 'progressPage',
  toldOn: '2026-05-20',
  evidence: undefined,
  ...done('2026-05-20'),
};
const { matter: _, ...withoutMatter } = received as Extract<ComplaintAction, { type: 'ConductComplaintReceived' }>;

describe('监督投诉（W20）', () => {
  it('由被投诉单位以外的机关收下', () => given().when(receive).then(received));
  it('机关是它自己或它的下级，不收', () =>
    given()
      .when({ ...receive, isOutside: false })
      .thenRefused('AgainstRule'));
  it('没有单位以外的机关，说明找谁', () =>
    given()
      .when({ ...receive, organ: undefined })
      .thenRefused('AgainstRule'));
  it('不变量 44：同一件投诉送来两次，只有一件', () => given(received).when(receive).then());

  it('答复要有结果、有告知、有凭据', () => {
    given(received).when(answer).thenTypes('ConductComplaintAnswered');
    given(received)
      .when({ ...answer, length: 4 })
      .thenRefused('AgainstRule');
    given(received)
      .when({ ...answer, told: 'letter' })
      .thenRefused('AgainstRule');
    given(received)
      .when({ ...answer, told: 'letter', evidence: words })
      .thenTypes('ConductComplaintAnswered');
    given(withoutMatter).when(answer).thenRefused('AgainstRule');
  });

  it('不变量 10：告知的日期不能早于收到，也不能在今天以后', () => {
    given(received)
      .when({ ...answer, toldOn: '2026-05-10' })
      .thenRefused('AgainstRule');
    given(received)
      .when({ ...answer, toldOn: '2026-05-21' })
      .thenRefused('AgainstRule');
  });

  it('答复一次；没有收到的，无从答复', () => {
    const answered: ComplaintAction = {
      type: 'ConductComplaintAnswered',
      result: 'upheld',
      words,
      told: 'progressPage',
      toldOn: '2026-05-20',
      ...done('2026-05-20'),
    };
    given(received, answered).when(answer).thenRefused('WrongStage');
    given().when(answer).thenRefused('NotFound');
  });
});

describe('答复期限（E05）', () => {
  const { version: calendar } = laws.calendars.current;

  it('收到当天不算，数 15 个工作日，由单位以外的机关负责', () => {
    const clock = complaintClock([{ ...received, calendar }], law);
    expect(clock).toMatchObject({ clock: 'E05', holder: 'qc/supervision', startedOn: '2026-05-11', legalOn: '2026-06-01' });
    expect(clock?.stoppedOn).toBeUndefined();
  });

  it('答复即止；晚了就是晚了', () => {
    const answered: ComplaintAction = {
      type: 'ConductComplaintAnswered',
      result: 'upheld',
      words,
      told: 'progressPage',
      toldOn: '2026-06-02',
      ...done('2026-06-02'),
    };
    expect(
      complaintClock(
        [
          { ...received, calendar },
          { ...answered, calendar },
        ],
        law,
      ),
    ).toMatchObject({ stoppedOn: '2026-06-02', outcome: 'late' });
  });
});

describe('不变量 21：被投诉的单位看不到', () => {
  const places: Places = {
    isSubordinate: (unit, of) => unit === 'qc/housing-station' && of === 'qc/housing',
    organOf: (unit) => ({ 'qc/supervision': 'qc/petition', 'qc/housing-office': 'qc/housing' })[unit] ?? unit,
  };
  const complaint = { unit: 'qc/housing', organ: 'qc/supervision' };
  const may = (unit: string, roles: Parameters<typeof mayOpen>[0]['roles'], units: readonly string[] = [unit]) =>
    mayOpen({ unit, roles, units }, complaint, places);

  it('受理机关的督查、负责人可以看', () => {
    expect(may('qc/supervision', ['supervisor'])).toBe(true);
    expect(may('qc/petition', ['petitionDeptHead'])).toBe(true);
  });

  it('被投诉单位、其内设机构和下级，无论什么角色都不能', () => {
    for (const unit of ['qc/housing', 'qc/housing-office', 'qc/housing-station']) expect(may(unit, ['unitHead', 'supervisor', 'leader'])).toBe(false);
  });

  it('在被投诉单位或其下级兼职的人，换一个单位来看也不能', () => {
    for (const other of ['qc/housing', 'qc/housing-office', 'qc/housing-station'])
      expect(may('qc/supervision', ['supervisor'], ['qc/supervision', other])).toBe(false);
  });

  it('别的单位不能；受理机关里没有相应角色的人也不能', () => {
    expect(may('qc/water', ['unitHead'])).toBe(false);
    expect(may('qc/petition', ['intakeOfficer', 'unitClerk', 'auditor'])).toBe(false);
    expect(may('qc/petition', ['sysAdmin'])).toBe(false);
  });
});
