import { beforeAll, expect, it } from 'vitest';
import { returnedPlace } from '#kernel/sealed-dates.ts';
import type { Database } from '#platform/database.ts';
import { keysInMemory } from '#platform/keys-memory.ts';
import { newKey } from '#platform/keys.ts';
import { boxKeysFrom, sealTo } from '#platform/sealed-box.ts';
import { loadMatter, textOf } from '#contexts/casework/index.ts';
import { sealAway } from '#contexts/sealed/index.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { arrivedBy, deskNeeds } from '../../../test/desk.ts';
import { loadIntake, type IntakeNeeds } from '../handle.ts';
import { openMatters } from './open.ts';
import { registerIntake } from './register.ts';
import { takeReturned } from './returned.ts';

let needs: IntakeNeeds;
let line: Database; // of the sealed line, which may put in and read nothing
beforeAll(async () => {
  const open = await cloneDatabase();
  line = open('huiyin_sealed');
  const desk = deskNeeds(open());
  const sealed = { sql: desk.db.sql, boxes: keysInMemory()['sealed-boxes-public'], now: desk.now };
  needs = { ...desk, sealAway: (region, part) => sealAway(sealed, region, part) };
});

const by = { person: '张明', unit: 'qinghe/petition' };
const LATER = '0190b5c4-0000-7000-8000-000000000001';

it('密件线转回的一件：在原来件下另立一件，收到日期和期限照旧，只立一次（lifecycle 47、不变量 8）', async () => {
  // Given 十天前收到的一封信，被当作检举控告整件移走了
  const receivedAt = new Date(needs.now().getTime() - 10 * 86_400_000);
  const text = '工地欠我三个月工资，找谁都说等等，请帮我要回来。';
  const { intake } = await registerIntake(needs, 'qinghe', { ...arrivedBy('letter', text), receivedAt }, { by });
  const before = await loadIntake(needs, intake);
  await openMatters(needs, before, [{ title: '工资没有发', text, claims: [], accusation: true }], { by, at: needs.now() }, before.past.length);
  expect((await loadIntake(needs, intake)).intake).toMatchObject({ stage: 'sealed', matters: [] });

  // When 密件线把它转回来
  const box = boxKeysFrom(newKey(1).secret);
  const part = {
    intake: intake.id,
    title: '工资没有发',
    text,
    parties: JSON.stringify([{ role: 'principal', name: '王桂英', phone: '19900001234' }]),
    unitReceipt: '2026-07-01',
  };
  const envelope = Buffer.concat([Buffer.from([1]), sealTo(box.publicKey, Buffer.from(JSON.stringify(part)), returnedPlace('qinghe', LATER))]);
  await line.sql
    .insertInto('intake.returned' as never)
    .values({ region: 'qinghe', id: LATER, envelope, returned_at: needs.now() } as never)
    .execute();
  const taking = () => takeReturned({ ...needs, boxKeys: () => box, failed: (_, error) => expect.fail(String(error)) }, 'qinghe');
  expect(await taking()).toBe(1);
  expect(await taking()).toBe(0);

  // Then 信访部门有了一件事项，从最初收到那天算
  const after = await loadIntake(needs, intake);
  expect(after.intake).toMatchObject({ stage: 'split', sealed: true, matters: [expect.any(String)] });
  const { matter, texts } = await loadMatter(needs, { region: 'qinghe', id: after.intake.matters[0]! });
  expect(matter).toMatchObject({
    stage: 'registered',
    desk: 'qinghe/petition',
    unitReceipt: '2026-07-01',
    opening: { intake: intake.id, receivedAt: receivedAt.toISOString() },
  });
  expect(textOf(texts, matter.opening!.text)).toBe(text);
  expect(Object.values(matter.clocks).find(({ clock, stoppedOn }) => clock === 'A03' && !stoppedOn)?.startedAt).toEqual(receivedAt);
});
