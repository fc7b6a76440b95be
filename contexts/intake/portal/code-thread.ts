import { serveCrew } from '#platform/crew.ts';
import { keysOfCode, newQueryCode } from './code.ts';

/** The thread that makes query codes ahead. What it gives is one block of bytes: copied at once, however many there are. */
export interface CodeOrder {
  readonly prefix: string;
  readonly count: number;
}

await serveCrew<{ readonly pepper: Uint8Array }, CodeOrder, Uint8Array>(async ({ pepper }) => ({
  close: async () => {},
  async work({ prefix, count }) {
    const made = Array.from({ length: count }, () => {
      const code = newQueryCode(prefix);
      const { id, box } = keysOfCode(Buffer.from(pepper), 'query', code);
      return Buffer.concat([Buffer.from(code, 'latin1'), id, box.publicKey]);
    });
    return new Uint8Array(Buffer.concat(made));
  },
}));
