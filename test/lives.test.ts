import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateInChina } from '#kernel/dates.ts';
import type { WorkAction } from '#kernel/work/kind.ts';
import { PERMISSIONS } from '#contexts/casework/domain/permissions.ts';
import { MEASURES } from '#contexts/supervision/domain/work/measure.ts';
import { county, LONG, SEED } from './lives.ts';
import { chance } from './random/chance.ts';
import { Tally } from './random/tally.ts';
import { countTransitions, figures } from './random/figures.ts';
import { BESIDE_THE_TABLE, MATTER_TRANSITIONS } from './random/transitions-matter.ts';
import { TRANSITIONS } from './random/transitions.ts';
import { walk } from './random/walk.ts';
import { CONFERENCE, DECIDED_THERE, workWalk } from './random/works.ts';
import { at, laws } from './stories.ts';

/**
 * Which of the transitions of lifecycle.md 4 the random histories have made,
 * how often: what never happened proves nothing about any invariant.
 */
const ALL_NUMBERS = [...Array.from({ length: 63 }, (_, at) => `${at + 1}`), ...Array.from({ length: 20 }, (_, at) => `W${`${at + 1}`.padStart(2, '0')}`)];

describe(`随机办理经过的数量（HUIYIN_SEED=${SEED}）`, () => {
  it('生命周期第四章每一号都在表上；每一个命令要么在表上，要么写明为什么不在', () => {
    expect(new Set(TRANSITIONS.map(({ no }) => no))).toEqual(new Set(ALL_NUMBERS));
    const counted = new Set(MATTER_TRANSITIONS.map(({ by }) => by));
    expect(Object.keys(PERMISSIONS).filter((command) => !counted.has(command) && !(command in BESIDE_THE_TABLE))).toEqual([]);
  });

  it(`办成的命令不少于${LONG ? '十万' : '五千'}个，各个角色都有，被拒绝的也不少`, () => {
    const { tally } = county();
    expect(tally.taken.length).toBeGreaterThanOrEqual(LONG ? 100_000 : 5_000);
    expect(new Set(tally.taken.map(({ line }) => line)).size).toBe(8);
    expect([...tally.refused.keys()].sort()).toEqual(expect.arrayContaining(['AgainstRule', 'NotAllowed', 'NotFound', 'TooLate', 'WrongStage']));
  });

  it('每一号的命令都办成过；没有走到的转移列出来，长测试一个也不能少', () => {
    const counts = countTransitions(county().tally);
    const numbers = new Map<string, number>();
    for (const { no, count } of counts) numbers.set(no, (numbers.get(no) ?? 0) + count);
    expect(ALL_NUMBERS.filter((no) => !numbers.get(no) && (LONG || !RARE.includes(no)))).toEqual([]);
    const none = counts.filter(({ count }) => count === 0).map(({ name }) => name);
    if (none.length > 0) console.info(`${counts.length}个转移中，这次没有走到${none.length}个（长测试都要走到）：${none.join('；')}`);
    expect(none.length).toBeLessThanOrEqual(LONG ? 0 : MOST_SILENT);
    if (LONG) writeFileSync(join(import.meta.dirname, '../docs/figures/histories.md'), figures(county(), SEED, counts));
  });
});

/** Meetings, and what the joint conference decides: walks of their own, by the same makers, enough of them for every step (lifecycle 56, W06). */
function recorded(kind: string): readonly WorkAction[] {
  const tally = new Tally();
  for (let number = 0; number < 1_000; number += 1) {
    const random = chance(SEED * 7_919 + number);
    walk(workWalk(kind, laws.inForce('2026-03-02').version), { tally, random, start: at('2026-03-02'), steps: 15, pace: 3 });
  }
  return tally.taken.flatMap(({ actions }) => actions as readonly WorkAction[]);
}

describe('随机的会议和联席会议措施', () => {
  it('不变量 37：每一项议定事项，要么有责任单位和今天以后的日期，要么写明只是通报情况', () => {
    const decided = recorded('meeting').filter(({ step }) => step === 'decide');
    const natures = decided.map(({ values, at, dueOn }) => {
      const { nature, owner, dueOn: until } = values;
      const complete = typeof owner === 'string' && typeof until === 'string' && until >= dateInChina(at);
      expect([complete, owner === undefined && until === undefined], String(nature)).toEqual(nature === 'assign' ? [true, false] : [false, true]);
      expect(dueOn).toEqual(nature === 'assign' ? { D12: until } : undefined); // from then on a clock runs for its owner
      return nature;
    });
    for (const nature of ['assign', 'information']) expect(natures, nature).toContain(nature);
  });

  it('不变量 54：约谈、通报、挂牌督办、责令限期整改，都由联席会议办公室、凭联席会议的一项决定', () => {
    const names: ReadonlySet<string> = new Set(Object.values(MEASURES).map(({ act }) => act));
    const taken = [...recorded('measure'), ...county().tally.taken.flatMap(({ actions }) => actions as readonly WorkAction[])];
    const measures = taken.filter(({ type }) => names.has(type));
    for (const { type, by, values } of measures) expect([type, by.unit, values['decision']]).toEqual([type, CONFERENCE, DECIDED_THERE]);
    expect(new Set(measures.map(({ type }) => type))).toEqual(names);
  });
});

const RARE = ['58', '61', 'W06']; // only under a local rule, or after a long way
const MOST_SILENT = 25; // of so few histories the rarest ways are no surprise
