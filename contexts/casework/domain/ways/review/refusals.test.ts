import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { answer } from '../../../../../test/answer.ts';
import { also } from '../../../../../test/ways.ts';
import { by, government, housing, STORY, UNITS, words } from '../../../../../test/stories.ts';
import type { MatterAction } from '../../actions.ts';
import type { MatterCommand } from '../../commands.ts';

/** 复查、复核、不再受理: each guard by its sentence, each term by its last day. */
const grounds = words('理由');
const CITY = 'linshui/government';
const petitioner = (date: string) => by('信访人', date, '信访人');
const city = (date: string, person = '钱江') => by(CITY, date, person);
const ask = (past: readonly MatterAction[], command: object) => answer(past, command as MatterCommand);
const then = (past: readonly MatterAction[], ...commands: object[]) => also(past, ...(commands as MatterCommand[]));
const officer = { person: '周政', card: grounds };

const request = (on: PlainDate, more: object = {}) => ({ type: 'requestReview', on, grounds, ...petitioner(on), ...more });
const asked = (): MatterAction[] => then(STORY.delivered(), request('2026-09-30')); // 期限到10月14日
const reviewing = (): MatterAction[] => then(asked(), { type: 'admitReview', accepted: true, officer, ...government('2026-10-09') });
const decide = (more: object, date = '2026-10-20') => ({
  type: 'decideReview',
  document: 'document/5',
  result: 'uphold',
  grounds,
  ...government(date),
  ...more,
});
const reviewed = (more: object = {}): MatterAction[] =>
  then(
    reviewing(),
    decide(more),
    { type: 'dispatch', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: grounds, ...government('2026-10-20') },
    { type: 'recordDelivery', document: 'document/5', method: 'post', evidence: grounds, on: '2026-10-23', ...government('2026-10-23') },
  );
const again = (on: PlainDate, more: object = {}) => ({ type: 'requestRecheck', on, grounds, ...petitioner(on), ...more });

describe('请求复查、复核（第三十五条、第三十六条）', () => {
  it('日子要顺：送达以后、邮戳不晚于收到、收到不晚于今天', () => {
    expect(ask(STORY.delivered(), request('2026-10-01', petitioner('2026-09-30')))).toContain('收到申请的日期晚于今天');
    expect(ask(STORY.delivered(), request('2026-09-30', { postmarkOn: '2026-10-01' }))).toContain('邮戳日期晚于收到申请的日期');
    expect(ask(STORY.delivered(), request('2026-09-30', { postmarkOn: '2026-09-30' }))).toBe('ReviewRequested');
    expect(ask(STORY.delivered(), request('2026-09-30', { postmarkOn: '2026-09-13' }))).toContain('申请复查的日期早于意见书送达的日期（2026-09-14）');
    expect(ask(STORY.delivered(), request('2026-09-14'))).toBe('ReviewRequested');
  });

  it('三十日内；邮戳、正当理由照算；没有写的不记', () => {
    expect(ask(STORY.delivered(), request('2026-10-15'))).toContain('TooLate 申请复查的期限已于2026-10-14届满');
    const late = then(STORY.delivered(), request('2026-10-19', { excuse: grounds, newFacts: grounds, postmarkOn: '2026-10-16' })).at(-1);
    expect(late).toMatchObject({ excuse: grounds, newFacts: grounds, postmarkOn: '2026-10-16', organ: UNITS.government });
    for (const said of ['excuse', 'newFacts', 'postmarkOn']) expect(asked().at(-1)).not.toHaveProperty(said);
  });

  it('向告知的机关提出；选了别的上一级也可以，不是上一级的不可以', () => {
    expect(then(STORY.delivered(), request('2026-09-30', { organ: 'linshui/housing' })).at(-1)).toMatchObject({ organ: 'linshui/housing' });
    expect(ask(STORY.delivered(), request('2026-09-30', { organ: UNITS.water }))).toContain(
      '复查要向原办理机关的上一级提出，请从这里选：清和县人民政府或者临水市住房和城乡建设局',
    );
  });

  it('复核在复查意见送达以后，三十日内，向复查机关的上一级', () => {
    expect(ask(STORY.delivered(), again('2026-09-30'))).toMatch(/还没有送达的复查意见|WrongStage/);
    expect(then(reviewed(), again('2026-11-23')).at(-1)).toMatchObject({ type: 'RecheckRequested', organ: CITY }); // 11月22日是周日
    expect(ask(reviewed(), again('2026-11-24'))).toContain('TooLate 申请复核的期限已于2026-11-23届满');
    expect(ask(reviewed(), again('2026-10-22', petitioner('2026-10-25')))).toContain('申请复核的日期早于意见书送达的日期（2026-10-23）');
  });
});

describe('受理复查（不变量 18）', () => {
  const admit = (more: object) => ({ type: 'admitReview', accepted: true, officer, ...government('2026-10-09'), ...more });

  it('受理的指定人员；决定的人、指定的人都没有参加过前面的办理', () => {
    expect(ask(asked(), admit({}))).toBe('ReviewAccepted');
    expect(ask(asked(), admit({ officer: undefined }))).toContain('请指定复查（复核）人员');
    expect(ask(asked(), admit({ officer: { person: '李兰', card: grounds } }))).toContain('这名工作人员参加过本件前面的办理');
    expect(ask(asked(), admit({ by: { person: '李兰', unit: UNITS.government } }))).toContain('您参加过本件前面的办理');
  });

  it('条例没有规定的理由，不能不受理；不受理的要选定理由、写明情况', () => {
    expect(ask(asked(), admit({ accepted: false }))).toContain('不受理复查、复核的，要选定理由并写明情况');
    expect(ask(asked(), admit({ accepted: false, ground: 'outOfTerm' }))).toContain('不受理复查、复核的，要选定理由');
    expect(ask(asked(), { type: 'extendReview', days: 10, grounds, document: 'd', method: 'post', evidence: grounds, ...government('2026-10-12') })).toMatch(
      /没有规定复查、复核可以延长|WrongStage/,
    );
    expect(
      ask(reviewing(), { type: 'extendReview', days: 10, grounds, document: 'd', method: 'post', evidence: grounds, ...government('2026-10-12') }),
    ).toContain('《信访工作条例》没有规定复查、复核可以延长');
  });
});

describe('作出复查意见（第三十五条）', () => {
  it('先受理才有意见；参加过前面办理的人不作决定', () => {
    expect(ask(asked(), decide({}))).toMatch(/还没有指定复查（复核）人员|WrongStage/);
    expect(ask(reviewing(), decide({}))).toBe('ReviewOpinionIssued');
    expect(ask(reviewing(), decide({ by: { person: '李兰', unit: UNITS.government } }))).toContain('您参加过本件前面的办理');
    expect(then(reviewing(), decide({})).at(-1)).toMatchObject({ recheckOrgan: CITY });
  });

  it('变更的逐项写、与原来不同；支持的写明谁在哪天前落实', () => {
    const change = (results: object | undefined, more: object = {}) => decide({ result: 'change', ...(results && { results }), ...more });
    expect(ask(reviewing(), change(undefined))).toContain('变更的，要逐项写明每一项诉求改成什么。第1项还没有写');
    expect(ask(reviewing(), change({}))).toContain('第1项还没有写');
    expect(ask(reviewing(), change({ 1: 'supported' }))).toContain('逐项结果与原意见都相同，应当是“维持”');
    expect(ask(reviewing(), change({ 1: 'supported' }, { dueOn: '2026-11-20' }))).toContain('支持的诉求要写明由谁在什么日期前落实');
    expect(ask(reviewing(), change({ 1: 'supported' }, { dueOn: '2026-10-19', performingUnit: UNITS.housing }))).toContain('落实的日期早于今天');
    const plan = { dueOn: '2026-10-20', performingUnit: UNITS.housing };
    expect(then(reviewing(), change({ 1: 'supported' }, plan)).at(-1)).toMatchObject({
      dueOn: { A27: '2026-10-20' },
      performingUnit: UNITS.housing,
      results: { 1: 'supported' },
    });
    expect(ask(reviewing(), change({ 1: 'explained' }))).toBe('ReviewOpinionIssued');
    const upheld = then(reviewing(), decide(plan)).at(-1);
    for (const said of ['dueOn', 'results', 'redoBy']) expect(upheld).not.toHaveProperty(said);
  });

  it('责令重新作出的写明期限：明天到第六十日', () => {
    const remand = (redoBy?: string) => decide({ result: 'revokeAndRemand', ...(redoBy && { redoBy }) });
    for (const redoBy of [undefined, '2026-10-20', '2026-12-20'])
      expect(ask(reviewing(), remand(redoBy)), redoBy ?? '').toContain('责令重新作出的，要写明期限');
    for (const redoBy of ['2026-10-21', '2026-12-19']) expect(ask(reviewing(), remand(redoBy)), redoBy).toBe('ReviewOpinionIssued');
    const arrived = reviewed({ result: 'revokeAndRemand', redoBy: '2026-11-20' });
    expect(arrived.slice(-2)).toMatchObject([
      { type: 'ReviewOpinionDelivered' },
      { type: 'MatterRemanded', dueOn: { A37: '2026-11-20' }, from: 'review', revoked: 'document/2' },
    ]);
    const start = (person: string) => ({ type: 'startHandling', handler: { person, card: grounds }, ...housing('2026-10-26') });
    expect(ask(arrived, start('李兰'))).toContain('要由另一名没有参加原来办理的人员承办');
    expect(ask(arrived, start('王五'))).toBe('HandlingStarted');
    expect(ask(arrived, { type: 'issueOpinion', document: 'document/7', results: { 1: 'explained' }, ...housing('2026-10-26') })).toContain(
      '请先指定另一名承办人',
    );
  });

  it('不变量 19：结果与被撤销的相同，要有新的事实依据，或者上级书面同意', () => {
    const redone = then(reviewed({ result: 'revokeAndRemand', redoBy: '2026-11-20' }), {
      type: 'startHandling',
      handler: { person: '王五', card: grounds },
      ...by(UNITS.housing, '2026-10-26', '王五'),
    });
    const plan = { dueOn: '2026-11-30', performingUnit: UNITS.housing };
    const opinion = (result: string, more: object = {}) => ({
      type: 'issueOpinion',
      document: 'document/7',
      results: { 1: result },
      ...plan,
      ...by(UNITS.housing, '2026-11-02', '王五'),
      ...more,
    });
    const ready = ask(redone, opinion('explained'));
    expect(ready).toMatch(/OpinionIssued|还没有调查核实|听取信访人陈述/);
    expect(ask(redone, opinion('supported'))).toMatch(/与被撤销的意见结果相同|还没有/);
    expect(ask(redone, opinion('supported', { newFacts: grounds }))).toBe(ready);
    expect(ask(redone, opinion('supported', { consent: grounds }))).toBe(ready);
  });
});

describe('不再受理（第三十六条第三款，不变量 15）', () => {
  const earlier = { id: 'm0', no: 'n0', recheckDeliveredOn: '2026-06-01' };
  const compare = (more: object = {}) => ({
    type: 'compareWithEarlier',
    earlier,
    factsBefore: grounds,
    factsNow: grounds,
    reasonsBefore: grounds,
    reasonsNow: grounds,
    samePetitioner: true,
    newFactsClaimed: false,
    ...housing('2026-07-27'),
    ...more,
  });
  const refuse = (more: object = {}) => ({ type: 'refuseFurther', refused: true, grounds, ...by(UNITS.housing, '2026-07-28', '王局长'), ...more });

  it('只有先前一件的复核意见送达了才能对照；不和自己比；对照一次', () => {
    const own = STORY.referred().map((action) => (action.type === 'MatterOpened' ? { ...action, no: 'n0' } : action));
    expect(ask(own, compare())).toContain('请填写先前已经复核的那一件的编号');
    expect(ask(STORY.referred(), compare({ earlier: { id: 'm0', no: 'n0' } }))).toContain('先前的一件没有送达的复核意见');
    expect(ask(STORY.referred(), compare())).toBe('EarlierCompared');
    const came = '2026-07-20'; // one that came before the last word was not brought up against it
    expect(ask(STORY.referred(), compare({ earlier: { ...earlier, recheckDeliveredOn: '2026-07-21' } }))).toContain('不是复核以后再提的');
    expect(ask(STORY.referred(), compare({ earlier: { ...earlier, recheckDeliveredOn: came } }))).toBe('EarlierCompared');
    expect(ask(then(STORY.referred(), compare()), compare())).toContain('已经对照过');
    expect(ask(STORY.referred(), refuse())).toContain('还没有与先前复核过的一件对照');
  });

  it('由另一个人决定；说有新事实的要逐条答；也可以不同意', () => {
    const compared = then(STORY.referred(), compare());
    expect(ask(compared, refuse(housing('2026-07-28')))).toContain('对照的人不能自己决定不再受理');
    expect(ask(compared, refuse())).toBe('FurtherAcceptanceRefused');
    expect(ask(compared, refuse({ refused: false }))).toBe('FurtherRefusalDropped');
    const claimed = then(STORY.referred(), compare({ newFactsClaimed: true }));
    expect(ask(claimed, refuse())).toContain('信访人提出了新的事实或者理由');
    expect(then(claimed, refuse({ notNew: grounds })).at(-1)).toMatchObject({ notNew: grounds, comparedBy: '李兰' });
    expect(then(compared, refuse({ notNew: grounds })).at(-1)).not.toHaveProperty('notNew');
    expect(ask(claimed, refuse({ refused: false }))).toBe('FurtherRefusalDropped');
  });
});

describe('复核（第三十六条）', () => {
  const rechecking = (): MatterAction[] =>
    then(reviewed(), again('2026-11-02'), { type: 'admitReview', accepted: true, officer: { person: '孙海', card: grounds }, ...city('2026-11-04') });
  const recheck = (more: object = {}) => ({ type: 'decideRecheck', document: 'document/8', result: 'uphold', grounds, ...city('2026-11-20'), ...more });

  it('不变量 18：参加过办理、复查的都不再作决定；没有再上一级可以写', () => {
    expect(rechecking().at(-1)).toMatchObject({ type: 'RecheckAccepted' });
    expect(ask(rechecking(), recheck())).toBe('RecheckOpinionIssued');
    expect(then(rechecking(), recheck()).at(-1)).not.toHaveProperty('recheckOrgan');
    for (const person of ['李兰', '周政']) expect(ask(rechecking(), recheck({ by: { person, unit: CITY } })), person).toContain('您参加过本件前面的办理');
  });

  it('维持了责令重新作出的复查意见，也是责令重新作出，要写明期限', () => {
    const remanded = then(reviewing(), decide({ result: 'revokeAndRemand', redoBy: '2026-11-20' }));
    expect(remanded.at(-1)).toMatchObject({ redoBy: '2026-11-20' });
    expect(ask(rechecking(), recheck({ result: 'revokeAndRemand' }))).toContain('责令重新作出的，要写明期限');
    expect(then(rechecking(), recheck({ result: 'revokeAndRemand', redoBy: '2026-12-20' })).at(-1)).toMatchObject({ redoBy: '2026-12-20' });
  });
});
