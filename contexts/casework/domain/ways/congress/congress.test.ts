import { describe, expect, it } from 'vitest';
import { layPacks } from '#kernel/law.ts';
import { readPack } from '#platform/rules.ts';
import { at, by, claim, decider, ground, laws, opening, UNITS, words } from '../../../../../test/stories.ts';
import { newestOf } from '../../clocks.ts';
import type { MatterCommand } from '../../commands.ts';
import { matterDecider } from '../../decide/index.ts';
import type { Matter } from '../../matter.ts';

/** 人大: it registers, assigns, asks for a written answer, and decides nothing in the place of whoever has the power. */
const OFFICE = 'qinghe-npc/petition-office';
const law = layPacks(laws.calendars, readPack('data/policy/national.json'), [readPack('data/policy/pack-congress.json')]);
const congress = matterDecider(ground(law));

function told(given: typeof decider, ...commands: MatterCommand[]): Matter {
  return commands.reduce((matter, command) => given.decide(command, matter).reduce(given.evolve, matter), given.initial);
}

const opened: MatterCommand = {
  type: 'open',
  opening: opening('2026-03-02', { receivedBy: OFFICE, isPetitionDept: false }),
  ...by(OFFICE, '2026-03-02'),
};
const classified: MatterCommand = { type: 'classify', ...claim, ...by(OFFICE, '2026-03-02') } as MatterCommand;
const assigned: MatterCommand = { type: 'assign', to: UNITS.housing, dueOn: '2026-04-20', source: 'deputyMotion', ...by(OFFICE, '2026-03-03') };
const sentence = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('人大交办', () => {
  it('人大的机构不受理、不导入程序，说清该怎么办', () => {
    const matter = told(congress, opened, classified);
    expect(sentence(() => congress.decide({ type: 'accept', route: 'petitionProcedure', ...by(OFFICE, '2026-03-03') }, matter))).toContain(
      '请交办有权处理的单位，并要求限期书面反馈',
    );
  });

  it('不变量 14、52：人大的机构也不作“不予受理”的决定，直接收到的、转送来的都一样，说清该怎么办；别的单位照旧', () => {
    const declined = {
      type: 'decline',
      reason: 'alreadyAcceptedBelow',
      remedy: words('向清和县住房和城乡建设局提出'),
      grounds: words('同一件已经在办'),
    } as const;
    const matter = told(congress, opened, classified);
    const outside = { ...declined, reason: 'outsideOwnAndSystem' } as const;
    for (const command of [declined, outside]) {
      const said = sentence(() => congress.decide({ ...command, ...by(OFFICE, '2026-03-03') }, matter));
      expect(said).toContain('不作“不予受理”的决定');
      for (const way of ['转送、交办', '引导告知单', '并案', '五个工作日内提出异议']) expect(said).toContain(way);
    }
    const sentThere = told(
      decider,
      { type: 'open', opening: opening('2026-03-02'), ...by(UNITS.petition, '2026-03-02') },
      { type: 'classify', ...claim, ...by(UNITS.petition, '2026-03-02') } as MatterCommand,
      { type: 'refer', to: 'qinghe-npc/legal', ...by(UNITS.petition, '2026-03-03') },
    );
    const committee = by('qinghe-npc/legal', '2026-03-04');
    expect(sentence(() => decider.decide({ ...declined, ...committee }, sentThere))).toContain('不作“不予受理”的决定');
    expect(decider.decide({ type: 'raiseObjection', grounds: words('不办理具体事项'), ...committee }, sentThere)).toMatchObject([{ type: 'ObjectionRaised' }]);
    const handed = told(congress, opened, classified, assigned);
    expect(congress.decide({ ...declined, ...by(UNITS.housing, '2026-03-04') }, handed)).toMatchObject([{ type: 'MatterDeclined' }]);
  });

  it('不变量 5、7：过了异议期限，人大机构退不回，由转送单位收回改送有权处理的单位；期限不重新起算，别的单位不能这样收回', () => {
    const desk = UNITS.petition;
    const sent = (to: string) =>
      told(
        decider,
        { type: 'open', opening: opening('2026-03-02'), ...by(desk, '2026-03-02') },
        { type: 'classify', ...claim, ...by(desk, '2026-03-02') } as MatterCommand,
        { type: 'refer', to, ...by(desk, '2026-03-03') },
      );
    const late = (to: string) =>
      sentence(() => decider.decide({ type: 'raiseObjection', grounds: words('不办理具体事项'), ...by(to, '2026-03-20') }, sent(to)));
    expect(late('qinghe-npc/legal')).toContain('由它收回，改送有权处理的单位');
    expect(late(UNITS.housing)).toContain('请先受理并告知');
    const back = (ground: 'noPower' | 'superior') => ({ type: 'reassign', to: UNITS.water, ground, grounds: words('县人大转告，不办理具体事项') }) as const;
    expect(sentence(() => decider.decide({ ...back('noPower'), ...by(desk, '2026-03-20') }, sent(UNITS.housing)))).not.toBe('');
    expect(sentence(() => decider.decide({ ...back('superior'), ...by(desk, '2026-03-20') }, sent('qinghe-npc/legal')))).toContain('理由请选');
    const before = sent('qinghe-npc/legal');
    const after = decider.decide({ ...back('noPower'), ...by(desk, '2026-03-20') }, before).reduce(decider.evolve, before);
    expect(after).toMatchObject({ stage: 'awaitingAcceptance', firstReceipt: '2026-03-02' });
    expect(after.assignments.at(-1)).toMatchObject({ from: desk, to: UNITS.water });
    expect(decider.decide({ type: 'accept', route: 'petitionProcedure', ...by(UNITS.water, '2026-03-23') }, after)).toMatchObject([{ type: 'MatterAccepted' }]);
  });

  it('交办写明来由，限期书面反馈（D15）从收到起走，登记反馈才了结，办结的期限照走', () => {
    const matter = told(congress, opened, classified, assigned);
    expect(newestOf(matter.clocks, 'D15')).toMatchObject({ legalOn: '2026-04-20', holder: UNITS.housing });
    const answered = told(congress, opened, classified, assigned, {
      type: 'recordFeedback',
      feedback: words('清住建〔2026〕8号'),
      ...by(OFFICE, '2026-04-15'),
    });
    expect(newestOf(answered.clocks, 'D15')).toMatchObject({ outcome: 'kept', stoppedOn: '2026-04-15' });
    expect(newestOf(answered.clocks, 'A16')?.stoppedOn).toBeUndefined();
    expect(
      sentence(() =>
        congress.decide({ type: 'recordFeedback', feedback: words('再来一次'), by: { person: '人', unit: OFFICE }, at: at('2026-04-16') }, answered),
      ),
    ).toContain('已经登记过');
  });

  it('不变量 15：人大的机构不作“不再受理”的决定，也不为它对照；交办以后由有权处理的单位按两人对照办', () => {
    const matter = told(congress, opened, classified);
    const earlier = { id: 'earlier', no: '先前', recheckDeliveredOn: '2026-01-05' } as const;
    const texts = { factsBefore: words('一'), factsNow: words('一'), reasonsBefore: words('一'), reasonsNow: words('一') };
    const compare = { type: 'compareWithEarlier', earlier, ...texts, samePetitioner: true, newFactsClaimed: false } as const;
    const refuse = { type: 'refuseFurther', refused: true, grounds: words('逐项相同') } as const;
    for (const command of [compare, refuse])
      expect(sentence(() => congress.decide({ ...command, ...by(OFFICE, '2026-03-03') }, matter))).toContain('也不作“不再受理”的决定');
    const unit = (person: string) => by(UNITS.housing, '2026-03-10', person);
    const refused = told(congress, opened, classified, assigned, { ...compare, ...unit('李兰') }, { ...refuse, ...unit('王局长') });
    expect(refused).toMatchObject({ stage: 'furtherRefused', refusal: { unit: UNITS.housing } });
  });

  it('不是人大交办的，没有这项期限，也不用登记', () => {
    const desk = UNITS.petition;
    const matter = told(
      decider,
      { type: 'open', opening: opening('2026-03-02'), ...by(desk, '2026-03-02') },
      { type: 'classify', ...claim, ...by(desk, '2026-03-02') } as MatterCommand,
      { type: 'assign', to: UNITS.housing, dueOn: '2026-04-20', ...by(desk, '2026-03-03') },
    );
    expect(newestOf(matter.clocks, 'D15')).toBeUndefined();
    expect(sentence(() => decider.decide({ type: 'recordFeedback', feedback: words('无'), ...by(desk, '2026-04-15') }, matter))).toContain('不是人大交办的');
  });
});
