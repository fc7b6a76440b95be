import { openCrew, type Crew } from '#platform/crew.ts';
import { keysOfCode, newQueryCode } from './code.ts';
import type { CodeOrder } from './code-thread.ts';

/** A query code that nobody has yet, with what is stored of it: what it is found by, and the public half of its keys. */
export interface FreshCode {
  readonly code: string;
  readonly id: Buffer;
  readonly publicKey: Buffer;
}

/**
 * To make the keys of a code takes a ninth of a registration. They hang on
 * nothing but chance, so a thread makes some ahead; whoever comes before they
 * are there, or more often than they are made, has theirs made on the spot.
 */
export interface CodeStock {
  take(prefix: string): FreshCode;
  close(): Promise<void>;
}

const PROGRAM = new URL('./code-thread.ts', import.meta.url);
const AT_ONCE = 192;
const FEW = 96; // time enough for the thread, at a thousand registrations a second
const [ID, PUBLIC] = [32, 32];

export function makeCode(pepper: Buffer, prefix: string): FreshCode {
  const code = newQueryCode(prefix);
  const { id, box } = keysOfCode(pepper, 'query', code);
  return { code, id, publicKey: box.publicKey };
}

/** The thread begins with the first code that is asked for: what never registers has none. */
export function openCodeStock(pepper: Buffer, onTrouble: (error: unknown) => void): CodeStock {
  const stocks = new Map<string, FreshCode[]>();
  const ordered = new Set<string>();
  let closing = false;
  let crew: Promise<Crew<CodeOrder, Uint8Array>> | undefined;

  async function order(prefix: string, stock: FreshCode[]): Promise<void> {
    ordered.add(prefix);
    try {
      crew ??= openCrew(PROGRAM, 1, { pepper: new Uint8Array(pepper) });
      const made = await (await crew).work({ prefix, count: AT_ONCE });
      stock.unshift(...codesIn(Buffer.from(made.buffer), prefix.length));
      ordered.delete(prefix);
    } catch (error) {
      if (!closing) onTrouble(error); // what was under way when it was closed is no trouble; and it is not asked again: each code is made on the spot from now on
    }
  }

  return {
    take(prefix) {
      const stock = stocks.get(prefix) ?? [];
      stocks.set(prefix, stock);
      if (stock.length < FEW && !ordered.has(prefix)) void order(prefix, stock);
      return stock.pop() ?? makeCode(pepper, prefix);
    },
    async close() {
      closing = true;
      const open = await crew?.catch(() => undefined);
      await open?.close();
    },
  };
}

function codesIn(made: Buffer, prefix: number): FreshCode[] {
  const [code, size] = [prefix + 10, prefix + 10 + ID + PUBLIC];
  return Array.from({ length: made.length / size }, (_, index) => {
    const one = made.subarray(index * size, (index + 1) * size);
    return { code: one.toString('latin1', 0, code), id: one.subarray(code, code + ID), publicKey: one.subarray(code + ID) };
  });
}
