import { describe, expect, it } from 'vitest';
import { NO_WORK } from '#kernel/work/decide.ts';
import type { Work, WorkValue, WorkValues } from '#kernel/work/kind.ts';
import type { Told, WorkTold } from '#kernel/work/paper.ts';
import { CAUSES } from './order.ts';
import { supervisionPapers } from './papers.ts';

/** 督办、建议、措施、年报、专报、案例的文书：谁能制发、在哪一步，已经知道的都填好. */
const text = (value: WorkValue | undefined) => (typeof value === 'object' && 'id' in value ? `“${value.id}”` : '');
const words = (id: string) => ({ id, hash: 'h' });
const places = {
  nameOf: (unit: string) => `${unit}（名）`,
  organOf: (unit: string) => (unit === 'qc/supervision' ? 'qc/petition' : unit),
  typeOf: () => undefined,
  isPetitionDept: () => false,
  isSubordinate: () => false,
  phoneOf: () => '0000-6220100',
};
const work = (kind: string, values: WorkValues): Work => ({ ...NO_WORK, kind, owner: 'qc/petition', values });
const told = (one: Work, more: Partial<WorkTold> = {}): WorkTold => ({
  work: one,
  unit: 'qc/petition',
  person: '严维舟',
  places,
  known: {},
  text,
  clock: (id) => `${id}（期限）`,
  due: (id) => (id === 'A23' ? { on: '2026-06-10', rolled: false, provisional: false } : undefined),
  ...more,
});
const paper = (kind: string, code: string) => supervisionPapers[kind]![code]!;
const blanks = (kind: string, code: string, values: WorkValues, more: Partial<WorkTold> = {}) => paper(kind, code).blanks(told(work(kind, values), more));
const signed = (kind: string, code: string, filled: Parameters<NonNullable<ReturnType<typeof paper>['signing']>['fields']>[0]) =>
  paper(kind, code).signing?.fields(filled);
const day = (on: string) => ({ on, rolled: false, provisional: false });
const letter = { addressee: 'qc/housing（名）', contactPerson: '严维舟', contactPhone: '0000-6220100' };

describe('谁能制发', () => {
  const issuers = (kind: string, code: string, one: Work) =>
    ['qc/petition', 'qc/supervision', 'qc/housing', 'qc/conference'].filter((unit) => paper(kind, code).may(unit, one, places));

  it('督办、建议、年报、专报、案例：它所属的信访部门和内设机构；被督办、被建议的不能', () => {
    for (const [kind, codes] of Object.entries(supervisionPapers))
      for (const code of Object.keys(codes).filter((each) => each !== 'F41'))
        expect(issuers(kind, code, work(kind, { unit: 'qc/housing' })), `${kind} ${code}`).toEqual(['qc/petition', 'qc/supervision']);
  });

  it('反馈函由被建议的单位；征集的专报，指定的单位也能', () => {
    expect(issuers('recommendation', 'F41', work('recommendation', { unit: 'qc/housing' }))).toEqual(['qc/housing']);
    expect(issuers('suggestionCall', 'F49', work('suggestionCall', { desk: 'qc/conference' }))).toEqual(['qc/petition', 'qc/supervision', 'qc/conference']);
  });

  it('什么时候：督办函在发督办函、督办一个单位那一步，反馈函在反馈那一步，年报报送以后', () => {
    const when = (kind: string, code: string) => [paper(kind, code).steps, paper(kind, code).stages, paper(kind, code).signing?.step];
    expect(when('order', 'F39')).toEqual([['issue', 'open'], ['ordered'], 'issue']);
    expect(when('order', 'F38')).toEqual([['remind'], ['proposed', 'detected', 'ordered'], undefined]);
    expect(when('recommendation', 'F41')).toEqual([['feedback'], ['adopted', 'notAdopted', 'explained'], 'feedback']);
    expect(when('measure', 'F61')).toEqual([['take'], ['taken'], undefined]);
    expect(when('annualReport', 'F48')).toEqual([[], ['submitted'], 'submit']);
    expect([when('briefing', 'F49')[2], when('caseStudy', 'F52')[2], when('caseStudy', 'F53')[2]]).toEqual(['issue', 'issue', undefined]);
  });
});

describe('督办函、催办记录', () => {
  const breach = { unit: 'qc/housing', clock: 'A14', legalOn: '2026-05-08', matter: '990421-X-1' };

  it('系统查出的：写哪个期限、应在哪天前；人写了事实的，写人写的', () => {
    const found = blanks('order', 'F39', { ...breach, demand: words('办结'), answerBy: '2026-05-20' });
    expect(found).toMatchObject({ ...letter, subject: '990421-X-1', cause: 'overdue', demand: '“办结”', dueOn: day('2026-05-20') });
    expect(blanks('order', 'F39', breach, { known: { matter: '屋面漏水' } })['subject']).toBe('屋面漏水');
    expect(found['facts']).toBe('A14（期限）应当在2026年5月8日前办，到今天没有办。');
    expect(blanks('order', 'F39', { ...breach, facts: words('没有答复') })['facts']).toBe('“没有答复”');
  });

  it('没有期限、没有事项的：不编造期限，不写信访事项，督办的是这个单位的信访工作', () => {
    const bare = blanks('order', 'F39', { unit: 'qc/housing', cause: 'shirking', clock: 'A14' });
    expect(bare).toMatchObject({ facts: '', cause: 'shirking', dueOn: undefined });
    expect(bare).not.toHaveProperty('subject');
    expect(blanks('order', 'F39', { unit: 'qc/housing', legalOn: '2026-05-08' })['facts']).toBe('');
    expect(blanks('order', 'F39', {})['addressee']).toBe('');
  });

  it('每一种原因都印得出；签发时印的原因认得回来，反馈期限随函记下', () => {
    for (const cause of Object.keys(CAUSES)) {
      const printed = blanks('order', 'F39', { unit: 'qc/housing', cause })['cause'];
      expect(printed, cause).toBeTruthy();
      const back = signed('order', 'F39', { cause: printed })?.['cause'];
      expect(back, cause).toBe(cause === 'falsehood' ? 'shirking' : cause); // the paper lists both under one
    }
    expect(signed('order', 'F39', { cause: 'overdue', facts: '事实', demand: '要求', dueOn: { on: '2026-05-20', rolled: false, provisional: false } })).toEqual(
      {
        cause: 'overdue',
        facts: '事实',
        demand: '要求',
        answerBy: '2026-05-20',
      },
    );
    expect(signed('order', 'F39', {})).toMatchObject({ cause: undefined, answerBy: undefined });
  });

  it('催办：怎么催的、催哪个期限、对方怎么说、谁催的', () => {
    expect(blanks('order', 'F38', { ...breach, way: 'visit', said: words('马上办') })).toMatchObject({
      addressee: 'qc/housing（名）',
      subject: '990421-X-1',
      way: 'onSite',
      duty: 'A14（期限）',
      dueOn: day('2026-05-08'),
      state: '到期没有办结',
      answer: '“马上办”',
      reminder: '严维舟',
    });
    expect(blanks('order', 'F38', breach, { known: { matter: '屋面漏水' } })['subject']).toBe('屋面漏水');
    expect(blanks('order', 'F38', { unit: 'qc/housing', way: 'phone', answerBy: '2026-05-20' })).toMatchObject({
      subject: '信访工作',
      way: 'phone',
      duty: '督办反馈',
      dueOn: day('2026-05-20'),
      state: '还没有收到督办反馈', // 没有到期的，不写到期
    });
  });
});

describe('三项建议和反馈、联席会议决定', () => {
  const values = { unit: 'qc/housing', advice: 'policy', facts: words('事实'), text: words('建议'), basis: words('依据') };

  it('建议书写明最迟哪天反馈（A23）', () =>
    expect(blanks('recommendation', 'F40', values)).toMatchObject({
      ...letter,
      kind: 'policy',
      subject: 'qc/housing（名）的有关工作',
      facts: '“事实”',
      advice: '“建议”',
      basis: '“依据”',
      feedbackBy: day('2026-06-10'),
    }));

  it('反馈函写给提建议的信访部门，引它的文号：写在别处的用写的，系统取的用系统的', () => {
    const from = { unit: 'qc/housing', known: { F40: '清信建〔2026〕1号' } };
    const answered = { ...values, adopted: 'not', measures: words('理由') };
    expect(blanks('recommendation', 'F41', answered, from)).toEqual({
      addressee: 'qc/petition（名）',
      recommendationNo: '清信建〔2026〕1号',
      result: 'not',
      reasons: '“理由”',
      contactPerson: '严维舟',
      contactPhone: '0000-6220100',
    });
    expect(blanks('recommendation', 'F41', { ...answered, number: words('2号') }, from)['recommendationNo']).toBe('“2号”');
    expect(signed('recommendation', 'F41', { result: 'not', reasons: '理由' })).toEqual({ adopted: 'not', measures: '理由' });
  });

  it('不变量 54：措施写明依据哪次会议、纪要几号；没有会议的，这两栏空着', () => {
    const taken = { unit: 'qc/housing', measure: 'interview', facts: words('事实'), demand: words('要求'), answerBy: '2026-06-01' };
    const meeting = (numbers: Told['numbers']): Told => ({
      work: work('meeting', { title: words('例会'), meetOn: '2026-05-10', number: words('纪要3号') }),
      numbers,
      text,
    });
    expect(blanks('measure', 'F61', taken, { referred: meeting({ F42: '清联〔2026〕3号' }) })).toMatchObject({
      ...letter,
      measure: 'interview',
      meeting: '“例会”，2026-05-10',
      meetingNo: '清联〔2026〕3号',
      demand: '“要求”',
      dueOn: '2026-06-01',
    });
    expect(blanks('measure', 'F61', taken, { referred: meeting({}) })['meetingNo']).toBe('“纪要3号”');
    expect(blanks('measure', 'F61', taken)).toMatchObject({ meeting: undefined, meetingNo: undefined });
  });
});

describe('年度报告、专报、典型案例', () => {
  it('年报的数字是系统算的；没有其他事项的写“无”', () => {
    const known = { addressee: '县委、县政府', statistics: '一', supervision: '二', recommendations: '三' };
    const report = (values: WorkValues) => blanks('annualReport', 'F48', values, { known });
    expect(report({ period: '2025' })).toEqual({ ...known, year: '2025', others: '无', contactPerson: '严维舟', contactPhone: '0000-6220100' });
    expect(report({ period: words('2025'), other: words('另有') })).toMatchObject({ year: '“2025”', others: '“另有”' });
    expect(signed('annualReport', 'F48', { others: '无' })).toEqual({ other: '无' });
  });

  it('专报写给收的机关；案例和公开前审查写题目，不写人', () => {
    expect(blanks('briefing', 'F49', { unit: 'qc/housing', title: words('题'), period: words('一季度') })).toEqual({
      ...letter,
      subject: '“题”',
      period: '“一季度”',
    });
    expect(blanks('caseStudy', 'F52', { title: words('题'), facts: words('事'), checkedBy: words('同事') })).toEqual({
      subject: '“题”',
      facts: '“事”',
      checkedBy: '“同事”',
    });
    expect(blanks('caseStudy', 'F53', { title: words('题') })).toEqual({ document: '典型案例《“题”》' });
    expect([signed('briefing', 'F49', {}), signed('caseStudy', 'F52', {})]).toEqual([{}, {}]);
  });
});
