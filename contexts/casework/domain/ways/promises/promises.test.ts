import { describe, expect, it } from 'vitest';
import { light } from '#kernel/clocks/light.ts';
import { answer } from '../../../../../test/answer.ts';
import { by, government, housing, petition, STORY, UNITS, water, words } from '../../../../../test/stories.ts';
import { also, clock, given, letter, state } from '../../../../../test/ways.ts';
import type { MatterAction } from '../../actions.ts';
import { openDuties } from '../../clocks.ts';
import type { MatterCommand } from '../../commands.ts';
import { PERMISSIONS } from '../../permissions.ts';
import { offeredOf } from './decide.ts';
import { SAVING_CLAUSE } from './state.ts';

const accept = { type: 'accept', route: 'petitionProcedure' } as const;

describe('双签（本地承诺，借鉴潍坊）', () => {
  it('V16、V17：收到初次来信三个工作日内见面、签批、成立专班', () => {
    expect(clock(letter('2026-04-30'), 'D05')).toMatchObject({ holder: UNITS.housing, legalOn: '2026-05-08' });
    expect(clock(letter('2025-09-30'), 'D05')).toMatchObject({ legalOn: '2025-10-11' });
    expect(clock(letter('2026-04-30'), 'D06a')).toMatchObject({ legalOn: '2026-05-08' });
    expect(clock(letter('2026-04-30', '2026-04-30', { firstTime: false as never }), 'D05')).toBeUndefined();
    const done = also(
      letter('2026-04-30'),
      { type: 'signInstruction', instruction: words('由物业科5月20日前查清'), ...housing('2026-05-06') },
      { type: 'formTaskForce', charter: words('张副局长牵头'), ...housing('2026-05-07') },
      { type: 'meetPetitioner', on: '2026-05-08', record: words('在村委会见面'), ...housing('2026-05-09') },
    );
    for (const id of ['D05', 'D06a', 'D06b'] as const) expect(clock(done, id)?.outcome, id).toBe('kept');
  });

  it('信访人不要见面的，承诺随之停，别的期限一个不动', () => {
    const past = letter('2026-04-30');
    const before = state(past);
    const after = state(also(past, { type: 'declineMeeting', statement: words('不用来'), ...by('信访人', '2026-05-06') }));
    expect({ ...after, clocks: {} }).toEqual({ ...before, clocks: {} });
    const moved = Object.keys(after.clocks).filter((key) => after.clocks[key]?.stoppedOn !== before.clocks[key]?.stoppedOn);
    expect(moved).toEqual(['D05@assignment/1']);
  });
});

describe('绿色通道（本地承诺）', () => {
  const open = (on: string) => ({ type: 'openGreenChannel', grounds: words('群众急盼'), ...government(on) }) as const;
  const opened = also(letter('2026-02-09'), open('2026-02-10'), { ...accept, ...housing('2026-02-11') });

  it('V18：七日反馈、二十日办结，与法定期限并行，都显示，先到的亮灯', () => {
    expect(clock(opened, 'D03')).toMatchObject({ holder: UNITS.government, targetOn: '2026-02-17', legalOn: '2026-02-24' });
    expect(clock(opened, 'D04')).toMatchObject({ targetOn: '2026-03-02', legalOn: '2026-03-02' });
    expect(clock(opened, 'A14')).toMatchObject({ targetOn: '2026-04-12', legalOn: '2026-04-13' });
    const both = Object.fromEntries(Object.entries(state(opened).clocks).filter(([, { clock: id }]) => id === 'A14' || id === 'D04'));
    expect(light(both, '2026-02-25')).toMatchObject({ dueOn: '2026-03-02' });
    const reported = also(opened, { type: 'submitPreliminaryReport', report: words('已查清'), ...housing('2026-02-14') });
    expect(clock(reported, 'D03')?.outcome).toBe('kept');
  });

  it('解除要写理由，期限过了就不能事后解除；法定期限不变', () => {
    const release = (on: string) => ({ type: 'releaseLocalTerm', grounds: words('要做鉴定'), ...petition(on) }) as const;
    const released = also(opened, release('2026-02-27'));
    expect(clock(released, 'D04')).toMatchObject({ outcome: 'stopped' });
    expect(clock(released, 'A14')?.stoppedOn).toBeUndefined();
    given(...opened)
      .when(release('2026-03-03'))
      .thenRefused('TooLate');
    given(...opened)
      .when({ ...release('2026-02-27'), ...housing('2026-02-27') })
      .thenRefused('NotAllowed');
    given(...STORY.referred())
      .when(open('2026-07-27'))
      .thenRefused('AgainstRule'); // no such promise in this county's rules
  });
});

describe('双向承诺书（rights R7）', () => {
  const past = also(letter('2026-08-31', '2026-09-01'), { ...accept, ...housing('2026-09-07') });
  const promise = { type: 'makeCommitment', owner: UNITS.housing, what: words('9月底前答复'), dueOn: '2026-10-20', ...housing('2026-09-28') } as const;
  const promised = also(past, promise);
  const sign = { type: 'signCommitment', signedAs: 'online', steps: words('9月底前答复'), until: '2026-10-20', ...by('信访人', '2026-09-28') } as const;
  const signed = also(promised, sign);

  it('网上签的只有信访人自己：单位不能代签；单位没有承诺的，没有可以签的；单位的承诺不因为签不签而变', () => {
    given(...promised)
      .when({ ...sign, ...housing('2026-09-28') })
      .thenRefused('AgainstRule');
    given(...past)
      .when(sign)
      .thenRefused('AgainstRule');
    given(...promised)
      .when({ ...sign, signedAs: 'witnessed', witness: words('刘某，司法所') })
      .thenRefused('AgainstRule');
    given(...promised)
      .when(sign)
      .thenTypes('MutualCommitmentSigned');
    expect(state(signed).promises?.commitments).toEqual(state(promised).promises?.commitments);
    expect(offeredOf(state(promised))).toMatchObject({ until: '2026-10-20' });
    given(...past)
      .when({ ...sign, signedAs: 'witnessed', witness: words('刘某，司法所'), ...housing('2026-09-28') })
      .thenTypes('MutualCommitmentSigned', 'CommitmentMade');
  });

  it('网上签的三日内可以反悔；当面签的要有外单位见证人；只在办理期限以内有效', () => {
    expect(clock(signed, 'E02')).toMatchObject({ holder: '信访人', targetOn: '2026-10-01', legalOn: '2026-10-08' });
    given(...past)
      .when({ ...sign, signedAs: 'witnessed', ...housing('2026-09-28') })
      .thenRefused('AgainstRule');
    given(...promised)
      .when({ ...sign, until: '2026-11-07' })
      .thenRefused('AgainstRule'); // A14 ends on 2026-11-06
  });

  it('责令重新作出的，按重新作出的期限：原来的办结期限过了也能签，超过新的期限不行', () => {
    const again: MatterAction[] = [
      ...past,
      { type: 'HandlingStarted', handler: { person: '赵科长', card: words('赵科长') }, noInterest: true, ...housing('2026-09-08') },
      ...STORY.delivered('2026-10-20').slice(STORY.handling().length),
      {
        type: 'OpinionRevoked',
        document: 'document/2',
        by2: 'superior',
        error: 'facts',
        dueOn: { A37: '2026-12-10' },
        grounds: words('错'),
        ...government('2026-11-10'),
      },
    ];
    expect(clock(again, 'A37')).toMatchObject({ legalOn: '2026-12-10' });
    const witnessed = { ...sign, signedAs: 'witnessed', witness: words('刘某，司法所'), ...housing('2026-11-11') } as const;
    expect(answer(again, { ...witnessed, until: '2026-12-10' })).toBe('MutualCommitmentSigned CommitmentMade');
    expect(answer(again, { ...witnessed, until: '2026-12-11' })).toContain('最迟2026-12-10');
  });

  it('不变量 23：保留条款写明不放弃任何权利；退出或者没做到，除单位的承诺照常外什么都不变', () => {
    for (const right of ['复查', '新的事实', '投诉拖延', '信访', '不产生任何后果', '随时可以退出']) expect(SAVING_CLAUSE).toContain(right);
    const cancelled = also(signed, { type: 'cancelCommitment', ...by('信访人', '2026-10-19') });
    const { clocks: _, promises: __, ...before } = state(signed);
    const { clocks: ___, promises, ...after } = state(cancelled);
    expect(after).toEqual(before);
    expect(promises?.commitments[0]).toMatchObject({ owner: UNITS.housing, state: 'open' });
  });
});

describe('承诺：有人、有日期、有凭证、问信访人（W05）', () => {
  const made = also(letter('2026-08-31'), {
    type: 'makeCommitment',
    owner: UNITS.housing,
    what: words('十天内修好路灯'),
    dueOn: '2026-09-11',
    ...housing('2026-09-01'),
  });
  const says = (answer: 'petitionerConfirms' | 'petitionerDenies', on: string) =>
    ({ type: 'verifyCommitment', no: 1, answer, evidence: words('电话问过'), ...petition(on) }) as const;

  it('自己的承诺不能自己核实、自己解除', () => {
    expect(clock(made, 'D11', 'commitment/1')).toMatchObject({ holder: UNITS.housing, legalOn: '2026-09-11' });
    given(...made)
      .when({ ...says('petitionerConfirms', '2026-09-10'), ...housing('2026-09-10') })
      .thenRefused('NotAllowed');
    const called = { what: words('回访'), dueOn: { D11: '2026-09-11' } } as const;
    const ofPetition = [
      ...letter('2026-08-31'),
      { type: 'CommitmentMade', part: 'commitment/1', owner: UNITS.petition, ...called, ...petition('2026-09-01') } as const,
    ];
    given(...ofPetition)
      .when(says('petitionerConfirms', '2026-09-10'))
      .thenRefused('AgainstRule');
  });

  it('只能承诺自己做的：不能替别的单位承诺，让它欠着；上一级、信访部门可以记下承办单位的承诺，协办单位记自己的', () => {
    const past = also(letter('2026-08-31', '2026-09-01'), { ...accept, ...housing('2026-09-07') });
    const joint = [
      ...past,
      { type: 'LeadAgreed', lead: UNITS.housing, coUnits: [UNITS.water], record: words('商定'), ...housing('2026-09-07') },
    ] as MatterAction[];
    const promise = (owner: string, who: ReturnType<typeof housing>): MatterCommand => ({
      type: 'makeCommitment',
      owner,
      what: words('十天内修好水管'),
      dueOn: '2026-09-20',
      ...who,
    });
    expect(answer(past, promise(UNITS.water, housing('2026-09-08')))).toContain('不能替别的单位承诺');
    expect(answer(past, promise(UNITS.housing, housing('2026-09-08')))).toBe('CommitmentMade');
    expect(answer(past, promise(UNITS.housing, government('2026-09-08')))).toBe('CommitmentMade');
    expect(answer(past, promise(UNITS.water, government('2026-09-08')))).toContain('请那个单位自己登记');
    expect(answer(past, promise(UNITS.water, water('2026-09-08')))).toContain('NotAllowed');
    expect(answer(joint, promise(UNITS.water, water('2026-09-08')))).toBe('CommitmentMade');
    expect(answer(joint, promise(UNITS.housing, water('2026-09-08')))).toContain('不能替别的单位承诺');
  });

  it('做到了才算数；后来发现没做到，按原来的日期再走，并记为没有做到', () => {
    const verified = also(made, says('petitionerConfirms', '2026-09-10'));
    expect(clock(verified, 'D11', 'commitment/1')).toMatchObject({ outcome: 'kept' });
    const refuted = also(verified, says('petitionerDenies', '2026-09-15'));
    expect(clock(refuted, 'D11', 'commitment/1')).toMatchObject({ legalOn: '2026-09-11' });
    expect(clock(refuted, 'D11', 'commitment/1')?.stoppedOn).toBeUndefined();
    expect(state(refuted).promises?.commitments[0]?.state).toBe('broken');
  });

  it('不变量 22：承诺没有了结，不妨碍受理、送达、落实；但卷宗不能归档', () => {
    given(...made)
      .when({ ...accept, ...housing('2026-09-02') })
      .thenTypes('MatterAccepted');
    expect(PERMISSIONS.verifyCommitment.stages).toBe('any'); // also after the matter has ended
    expect(openDuties(state(made).clocks)).toContain('承诺期限'); // so the file stays open
  });
});
