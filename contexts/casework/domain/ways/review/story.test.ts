import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { by, claim, decider, opening, UNITS, words } from '../../../../../test/stories.ts';
import type { MatterAction } from '../../actions.ts';
import { newestOf } from '../../clocks.ts';
import type { MatterCommand } from '../../commands.ts';
import { answerableOrgan, type Matter } from '../../matter.ts';

/** One claim through all its instances, told act by act; every date was counted by hand on the calendar of 2026. */
type Without<T> = T extends unknown ? Omit<T, 'by' | 'at'> : never;
type Tell = Without<MatterCommand>;

const PEOPLE: Readonly<Record<string, readonly [unit: string, person: string]>> = {
  信访人: ['信访人', '信访人'],
  张明: [UNITS.petition, '张明'],
  李兰: [UNITS.housing, '李兰'],
  何新: [UNITS.housing, '何新'],
  周政: [UNITS.government, '周政'],
  孙正: ['linshui/housing', '孙正'],
  钱江: ['linshui/government', '钱江'],
};

function story() {
  let matter: Matter = decider.initial;
  const done: MatterAction['type'][] = [];
  const tell = (on: PlainDate, who: string, command: Tell) => {
    const [unit, person] = PEOPLE[who]!;
    for (const action of decider.decide({ ...command, ...by(unit, on, person) } as MatterCommand, matter)) {
      matter = decider.evolve(matter, action);
      done.push(action.type);
    }
    return matter;
  };
  const paper = (on: PlainDate, who: string, document: string, kind: Extract<Tell, { type: 'dispatch' }>['paper'], more: object = {}) =>
    tell(on, who, { type: 'dispatch', document, paper: kind, method: 'post', evidence: words(`挂号信${document}`), ...more });
  const arrives = (on: PlainDate, who: string, document: string) =>
    tell(on, who, { type: 'recordDelivery', document, method: 'post', evidence: words('回执'), on });
  const clock = (id: Parameters<typeof newestOf>[1]) => newestOf(matter.clocks, id);
  return { tell, paper, arrives, clock, done, now: () => matter };
}

const card = (person: string) => ({ person, card: words(person) });

describe('一件申诉求决，从处理意见到复核听证后办结', () => {
  it('处理意见、复查发回、重新作出、再复查、复核听证、办结，每个日期都对', () => {
    const { tell, paper, arrives, clock, done, now } = story();

    tell('2026-01-05', '张明', { type: 'open', opening: opening('2026-01-05') });
    tell('2026-01-05', '张明', { type: 'classify', ...claim });
    tell('2026-01-07', '张明', { type: 'refer', to: UNITS.housing });
    tell('2026-01-12', '李兰', { type: 'accept', route: 'petitionProcedure' });
    paper('2026-01-13', '李兰', 'document/1', 'acceptanceNotice');
    tell('2026-01-13', '李兰', { type: 'startHandling', handler: card('李兰') });
    tell('2026-02-02', '李兰', { type: 'recordInvestigation', on: '2026-02-02', staff: 2, record: words('现场看过') });
    tell('2026-02-03', '李兰', { type: 'hearPetitioner', on: '2026-02-03', refused: false, record: words('当面听过') });
    tell('2026-03-02', '李兰', { type: 'issueOpinion', document: 'document/2', results: { 1: 'notSupported' } });
    paper('2026-03-03', '李兰', 'document/2', 'handlingOpinion');
    arrives('2026-03-06', '李兰', 'document/2');
    expect(clock('A17')).toMatchObject({ targetOn: '2026-04-05', legalOn: '2026-04-07' }); // 清明放假四月四日至六日

    // posted on the last but one day, arrived after the term: the postmark counts
    tell('2026-04-08', '周政', { type: 'requestReview', on: '2026-04-08', postmarkOn: '2026-04-06', grounds: words('没有查清') });
    expect(clock('A17')?.outcome).toBe('kept');
    expect(clock('A18')).toMatchObject({ legalOn: '2026-05-08', holder: UNITS.government });
    tell('2026-04-10', '周政', { type: 'admitReview', accepted: true, officer: card('周政') });
    paper('2026-04-10', '周政', 'document/3', 'reviewNotice');
    tell('2026-04-28', '周政', {
      type: 'decideReview',
      document: 'document/4',
      result: 'revokeAndRemand',
      grounds: words('主要事实不清'),
      redoBy: '2026-06-15',
    });
    paper('2026-04-29', '周政', 'document/4', 'reviewOpinion');
    arrives('2026-05-06', '周政', 'document/4');
    expect(now()).toMatchObject({ stage: 'inProgress', remand: { by: 'review' } });
    expect(clock('A37')?.legalOn).toBe('2026-06-15');
    expect(clock('A19')?.legalOn).toBe('2026-06-05');

    expect(() => tell('2026-05-07', '李兰', { type: 'startHandling', handler: card('李兰') })).toThrow('另一名');
    tell('2026-05-07', '李兰', { type: 'startHandling', handler: card('何新') });
    tell('2026-05-20', '何新', { type: 'recordInvestigation', on: '2026-05-20', staff: 2, record: words('重新勘查') });
    expect(() => tell('2026-06-10', '何新', { type: 'issueOpinion', document: 'document/5', results: { 1: 'notSupported' } })).toThrow('结果相同');
    tell('2026-06-10', '何新', {
      type: 'issueOpinion',
      document: 'document/5',
      results: { 1: 'supported' },
      dueOn: '2026-07-31',
      performingUnit: UNITS.housing,
    });
    paper('2026-06-11', '何新', 'document/5', 'handlingOpinion');
    expect(clock('A37')?.outcome).toBe('kept');
    arrives('2026-06-15', '何新', 'document/5');
    expect(clock('A17')).toMatchObject({ key: 'A17#2', legalOn: '2026-07-15' });

    tell('2026-07-01', '信访人', { type: 'requestReview', on: '2026-07-01', organ: 'linshui/housing', grounds: words('期限太长') });
    expect(clock('A18')).toMatchObject({ legalOn: '2026-07-31', holder: 'linshui/housing' });
    tell('2026-07-03', '孙正', { type: 'admitReview', accepted: true, officer: card('孙正') });
    tell('2026-07-20', '孙正', { type: 'decideReview', document: 'document/6', result: 'uphold', grounds: words('期限适当') });
    paper('2026-07-21', '孙正', 'document/6', 'reviewOpinion');
    arrives('2026-07-24', '孙正', 'document/6');
    expect(now().stage).toBe('reviewDelivered');
    expect(clock('A19')).toMatchObject({ targetOn: '2026-08-23', legalOn: '2026-08-24' });
    tell('2026-07-30', '何新', { type: 'reportPerformance', evidence: words('路灯修好') }); // performing does not wait
    tell('2026-08-05', '张明', { type: 'verifyPerformance', answer: 'petitionerConfirms', evidence: words('电话问过') });
    expect(clock('A27')?.outcome).toBe('late'); // due on 31 July, verified on 5 August

    tell('2026-08-10', '信访人', { type: 'requestRecheck', on: '2026-08-10', grounds: words('要求赔偿') });
    expect(answerableOrgan(now())).toBe('linshui/government');
    expect(clock('A20')?.legalOn).toBe('2026-09-09');
    tell('2026-08-12', '钱江', { type: 'admitReview', accepted: true, officer: card('钱江') });
    tell('2026-08-14', '钱江', { type: 'decideHearing', ground: 'complex', grounds: words('争议较大') });
    expect(clock('A20')).toMatchObject({ targetOn: '2026-10-09' }); // until the end is known the whole cap is left out
    paper('2026-08-14', '钱江', 'document/7', 'suspensionNotice', { phase: 'start' });
    tell('2026-08-14', '钱江', {
      type: 'scheduleHearing',
      on: '2026-08-26',
      place: words('市政府，上午九点'),
      open: true,
      host: '郑主持',
      seats: 3,
      members: words('郑主持、两名代表委员'),
      challenge: words('八月二十日前'),
    });
    expect(clock('E06')?.legalOn).toBe('2026-08-19');
    paper('2026-08-17', '钱江', 'document/8', 'hearingNotice');
    const minutes = { attended: words('各方'), minutes: words('笔录') };
    tell('2026-08-26', '钱江', { type: 'holdHearing', on: '2026-08-26', ...minutes, agree: 2, disagree: 1, dissent: words('应当赔偿') });
    tell('2026-08-31', '钱江', { type: 'reportHearing', report: words('查明的事实') });
    expect(clock('A20')).toMatchObject({ suspendedDays: 17, targetOn: '2026-09-26', legalOn: '2026-09-28' }); // 中秋放假九月二十五日至二十七日
    expect(() => tell('2026-09-01', '钱江', { type: 'decideRecheck', document: 'document/10', result: 'uphold', grounds: words('一') })).toThrow('书面告知');
    paper('2026-09-01', '钱江', 'document/9', 'suspensionNotice', { phase: 'end' });
    tell('2026-09-15', '钱江', { type: 'decideRecheck', document: 'document/10', result: 'uphold', grounds: words('复查意见适当') });
    paper('2026-09-16', '钱江', 'document/10', 'recheckOpinion');
    arrives('2026-09-21', '钱江', 'document/10');

    expect(now()).toMatchObject({ stage: 'concluded', concluded: 'recheckDelivered' });
    expect(clock('A20')?.outcome).toBe('kept');
    expect(clock('A41')).toMatchObject({ targetOn: '2026-10-06', legalOn: '2026-10-08' });
    expect(done.slice(-2)).toEqual(['RecheckOpinionDelivered', 'MatterConcluded']);
  });
});
