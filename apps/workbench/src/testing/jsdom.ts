/** What jsdom lacks and the components ask for; and a fetch that answers from a table. For tests only. */
import { vi } from 'vitest';

export function stubBrowser(): void {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('scrollTo', () => undefined);
}

export interface Asked {
  readonly key: string; // 'POST /api/…'
  readonly body: unknown;
}

type Answer = unknown | { readonly status: number; readonly body: unknown };

/** Answers by method and path, late where the answer is a promise; `asked` holds what was asked, in order. */
export function stubServer(answers: Readonly<Record<string, Answer | ((body: unknown) => Answer)>>): { asked: Asked[] } {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', body }: RequestInit = {}) => {
    const key = `${method} ${address}`;
    const given = body ? JSON.parse(String(body)) : undefined;
    asked.push({ key, body: given });
    const found = answers[key];
    if (found === undefined) throw new Error(`no answer for ${key}`);
    const answer = (await (found instanceof Function ? found(given) : found)) as { status?: number; body?: unknown };
    const { status = 200, body: sent = answer } = typeof answer.status === 'number' && 'body' in answer ? answer : { body: answer };
    return new Response(JSON.stringify(sent), { status });
  });
  return { asked };
}
