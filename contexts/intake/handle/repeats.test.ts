import { beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../../test/database.ts';
import { arrivalNeeds, letter } from '../../../test/arrivals.ts';
import { at, claim, UNITS } from '../../../test/stories.ts';
import { findBefore, type IntakeDb } from '../store.ts';
import { registerIntake, type IntakeNeeds } from '../index.ts';

let needs: IntakeNeeds;
let now = at('2026-07-20');
beforeAll(async () => {
  const open = await cloneDatabase();
  needs = arrivalNeeds(open(), () => now);
});

async function arrive(day: string, text: string, phone: string) {
  now = at(day, '10:00');
  const parts = [{ title: text, text, claims: [text], classify: claim }];
  const arrived = letter({ text, receivedAt: at(day, '09:00'), parties: [{ role: 'principal', name: '张𬭚', phone }] });
  return (await registerIntake(needs, 'qinghe', arrived, { by: { person: '张明', unit: UNITS.petition }, parts })).intake.id;
}

const earlier = async (intake: string) => (await findBefore(needs.db.sql as unknown as IntakeDb, 'qinghe', intake, 5)).map(({ subject }) => subject);

describe('先前的事项，只为对照', () => {
  it('按带钥摘要找到更早的，不找更晚的，不找别人的，至多五件：没有谁的次数', async () => {
    const first = await arrive('2026-07-20', '屋面漏水', '13900001234');
    const other = await arrive('2026-07-21', '路灯不亮', '13900009999');
    const second = await arrive('2026-07-22', '屋面还漏水', '13900001234');
    expect(await earlier(second)).toEqual([first]);
    expect(await earlier(first)).toEqual([]);
    expect(await earlier(other)).toEqual([]);
    for (let n = 0; n < 6; n += 1) await arrive(`2026-08-0${n + 1}`, `第${n}件`, '13900001234');
    expect(await earlier(await arrive('2026-08-20', '最后一件', '13900001234'))).toHaveLength(5);
  });
});
