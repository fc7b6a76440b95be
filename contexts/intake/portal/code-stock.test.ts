import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keysOfCode } from './code.ts';
import { makeCode, openCodeStock } from './code-stock.ts';

describe('query codes made ahead', () => {
  const pepper = randomBytes(32);

  it('gives codes with the keys that follow from them, from the thread as on the spot, none twice', async () => {
    const stock = openCodeStock(pepper, (error) => expect.fail(String(error)));
    const taken = [stock.take('9BH'), stock.take('9BH'), stock.take('4QZ')]; // the thread has not begun: made on the spot
    await sleep(400);
    for (let index = 0; index < 600; index += 1) {
      taken.push(stock.take(index % 3 === 0 ? '4QZ' : '9BH'));
      if (index % 100 === 0) await sleep(20);
    }
    await stock.close();
    expect(new Set(taken.map(({ code }) => code)).size).toBe(603);
    for (const { code, id, publicKey } of taken) {
      expect(code).toMatch(/^(9BH|4QZ)[0-9A-HJKMNP-TV-Z]{10}$/);
      const keys = keysOfCode(pepper, 'query', code);
      expect([id.equals(keys.id), publicKey.equals(keys.box.publicKey)]).toEqual([true, true]);
    }
  });

  it('closes at any time, begun or not', async () => {
    const troubles: unknown[] = [];
    await openCodeStock(pepper, (error) => troubles.push(error)).close();
    const begun = openCodeStock(pepper, (error) => troubles.push(error));
    expect(begun.take('9BH').code).toHaveLength(13);
    await begun.close();
    expect([troubles, makeCode(pepper, '4QZ').id.length]).toEqual([[], 32]);
  });
});
