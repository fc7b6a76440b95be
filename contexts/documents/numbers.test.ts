import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Subject } from '#kernel/subject.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, newMatter, paperNeeds } from '../../test/papers.ts';
import { UNITS } from '../../test/stories.ts';
import type { PaperCode } from './domain/kind.ts';
import { voidPaper } from './handle/deliver.ts';
import { startDraft } from './handle/drafts.ts';
import { signDraft } from './handle/sign.ts';
import { findRegister, type DocumentsDb } from './store.ts';

let needs: Awaited<ReturnType<typeof paperNeeds>>;
let matters: Subject[];
beforeAll(async () => {
  const open = await cloneDatabase();
  needs = await paperNeeds(open());
  matters = [];
  for (let count = 0; count < 4; count += 1) matters.push(await newMatter(needs, 'handling'));
}, 60_000);

const head = actor(UNITS.housing);
const petition = actor(UNITS.petition);
const READY = {
  F07: {},
  F04: { basis: 'own', materials: ['来信'], summary: '屋面漏水' },
  F12: {
    referralNo: '清信访信转〔2026〕1号',
    arrivedOn: '2026-07-24',
    reasons: '屋面由业主共有，不属于本单位职权。',
    basis: '《信访工作条例》第二十三条',
    approvedBy: '孟庆舟',
  },
} as const;

/** One attempt to sign: whole, lacking a field, or refused by casework; void says what becomes of it. */
interface Attempt {
  readonly matter: number;
  readonly code: keyof typeof READY;
  readonly fate: 'signed' | 'lacking' | 'twice' | 'voided';
}

const attempts = fc.array(
  fc.record({
    matter: fc.nat(3),
    code: fc.constantFrom(...(Object.keys(READY) as (keyof typeof READY)[])),
    fate: fc.constantFrom('signed', 'lacking', 'twice', 'voided') as fc.Arbitrary<Attempt['fate']>,
  }),
  { minLength: 1, maxLength: 14 },
);

describe('发文字号', () => {
  it('不变量 34、45：许多人同时取号，被拒的、重复的、作废的夹在中间，每个单位每种文书每年的号连续、不重、不断', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (all) => {
        const before = await seriesOf();
        const numbers = (await Promise.all(all.map(run))).flat();
        expect(new Set(numbers).size).toBe(numbers.length);
        const after = await seriesOf();
        for (const rows of Object.values(after)) expect(rows).toEqual(rows.map((_, index) => index + 1));
        expect(total(after) - total(before)).toBe(all.filter(({ fate }) => fate !== 'lacking').length);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('作废的号留在登记簿上，下一个号不补它的空', async () => {
    const [subject] = matters;
    const first = await sign(subject!, 'F07', {});
    await voidPaper(needs, subject!, first.no, { reason: '写错了', actor: head });
    const second = await sign(subject!, 'F07', {});
    const register = await findRegister(needs.db.sql as DocumentsDb, UNITS.housing, '清住建信受告', 2026);
    expect(register.slice(-2).map(({ voided }) => voided)).toEqual([true, false]);
    expect(second.number).toBe(`清住建信受告〔2026〕${register.length}号`);
  });

  it('跨年重新从1号起，六角括号、年份四位、不编虚位', async () => {
    const [, subject] = matters;
    needs.clock.now = new Date('2026-12-31T23:59:00+08:00');
    await sign(subject!, 'F12', READY.F12);
    needs.clock.now = new Date('2027-01-01T00:01:00+08:00');
    expect((await sign(subject!, 'F12', READY.F12)).number).toBe('清住建信异〔2027〕1号');
  });

  it('两个单位各编各的号', async () => {
    const [, , subject] = matters;
    const { number } = await sign(subject!, 'F04', READY.F04, petition);
    expect(number).toMatch(/^清信访信转〔\d{4}〕1号$/);
  });
});

async function sign(subject: Subject, code: PaperCode, values: object, who = head) {
  const { draft, version } = await startDraft(needs, subject, { code, values: values as never }, who);
  return signDraft(needs, subject, { draft, version }, who);
}

async function run({ matter, code, fate }: Attempt): Promise<string[]> {
  const subject = matters[matter]!;
  const values = fate === 'lacking' ? { ...READY[code], contactPerson: '' } : READY[code];
  const { draft, version } = await startDraft(needs, subject, { code, values }, head);
  const times = fate === 'twice' ? 2 : 1;
  const outcomes = await Promise.allSettled(Array.from({ length: times }, () => signDraft(needs, subject, { draft, version }, head)));
  const signed = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  if (fate === 'voided') await Promise.all(signed.map(({ no }) => voidPaper(needs, subject, no, { reason: '写错了', actor: head })));
  return signed.map(({ number }) => number ?? '');
}

async function seriesOf(): Promise<Record<string, number[]>> {
  const rows = await (needs.db.sql as DocumentsDb).selectFrom('documents.register').select(['organ', 'word', 'year', 'n']).orderBy('n').execute();
  const series: Record<string, number[]> = {};
  for (const { organ, word, year, n } of rows) (series[`${organ} ${word} ${year}`] ??= []).push(n);
  return series;
}

const total = (series: Record<string, number[]>) => Object.values(series).reduce((sum, rows) => sum + rows.length, 0);
