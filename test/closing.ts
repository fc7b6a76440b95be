/**
 * What a test file opens and must not leave to the next one in the same process.
 * A hook inside a hook is never run, so whoever opens something in `beforeAll`
 * says here how it ends; test/set-up.ts ends it after the file, the newest first.
 */
const ends: (() => unknown)[] = [];

export const afterFile = (end: () => unknown): void => void ends.push(end);

export async function endAll(): Promise<void> {
  const failed: unknown[] = [];
  for (const end of ends.splice(0).reverse()) {
    try {
      await end();
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
}
