import { describe, expect, it } from 'vitest';
import { answer } from '../../../../test/answer.ts';
import { also } from '../../../../test/ways.ts';
import { by, housing, STORY, UNITS, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';

/** Who asks the petitioner whether it was done: nobody who handled it, whatever unit they sit in that day. */
const grounds = words('理由');
const petitioner = (date: string) => by('信访人', date, '信访人');
const ask = (past: readonly MatterAction[], command: object) => answer(past, command as MatterCommand);
const then = (past: readonly MatterAction[], ...commands: object[]) => also(past, ...(commands as MatterCommand[]));

describe('核实的人没有办过本件：代班、兼职，换了单位也不行', () => {
  const done = by(UNITS.housing, '2026-09-20', '何新');
  const delivered = then(STORY.delivered(), { type: 'reportPerformance', evidence: grounds, ...done });
  const promised = then(STORY.handling(), {
    type: 'makeCommitment',
    owner: UNITS.housing,
    what: grounds,
    dueOn: '2026-09-20',
    ...done,
    at: housing('2026-08-05').at,
  });
  const agreed = then(STORY.handling(), {
    ...{ type: 'signAgreement', form: 'settlement', petitionerFree: true, otherFree: true, terms: grounds, instrument: 'document/7', dueOn: '2026-09-10' },
    ...housing('2026-08-10'),
  });
  const withdrawing = then(STORY.handling(), { type: 'requestWithdrawal', statement: grounds, ...petitioner('2026-08-10') });
  const says = { answer: 'petitionerConfirms', evidence: grounds };
  const asks: readonly (readonly [readonly MatterAction[], object])[] = [
    [delivered, { type: 'verifyPerformance', ...says }],
    [promised, { type: 'verifyCommitment', no: 1, ...says }],
    [promised, { type: 'releaseCommitment', no: 1, grounds }],
    [agreed, { type: 'performAgreement', ...says }],
    [withdrawing, { type: 'confirmWithdrawal', answer: 'free', record: grounds, publicInterest: false }],
  ];

  it('落实、承诺、协议、撤回：李兰办过，代信访局的班也不能去问；没有办过的可以', () => {
    for (const [past, command] of asks) {
      const [standIn, other] = ['李兰', '张明'].map((person) => ask(past, { ...command, ...by(UNITS.petition, '2026-09-22', person) }));
      expect(standIn, JSON.stringify(command)).toContain('您参加过本件的办理，不能再由您向信访人核实、回访');
      expect(other, JSON.stringify(command)).not.toContain('您参加过');
      expect(other, JSON.stringify(command)).toMatch(/^[A-Z][A-Za-z ]+$/); // it was done
    }
  });
});
