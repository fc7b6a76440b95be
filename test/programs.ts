import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { it } from 'vitest';

/** Programs from outside npm that some tests need, under the names that systems give them. */
const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  qpdf: ['qpdf'],
  pdfinfo: ['pdfinfo'],
  pdftotext: ['pdftotext'],
  pdftoppm: ['pdftoppm'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Program = keyof typeof NAMES;

/** Where it is, or undefined. */
export function findProgram(program: Program): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES[program].flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * `it` for tests that need such programs. Where one is missing the test is left
 * out by name; in CI (HUIYIN_CI=1) it fails instead, so that nothing is left out unseen.
 */
export function itNeeding(...programs: readonly Program[]): (name: string, body: () => void | Promise<void>, timeout?: number) => void {
  const missing = programs.filter((program) => !findProgram(program));
  if (missing.length === 0) return (name, body, timeout) => it(name, body, timeout);
  if (process.env['HUIYIN_CI'] === '1') return (name) => it(name, () => Promise.reject(new Error(`Missing here: ${missing.join(', ')}`)));
  return (name, body) => it.skip(`${name} (needs ${missing.join(', ')})`, body);
}

/** Runs one and gives what it printed. */
export function runProgram(program: Program, parameters: readonly string[]): string {
  const found = findProgram(program);
  if (!found) throw new Error(`Missing here: ${program}`);
  const { status, stdout, stderr } = spawnSync(found, parameters, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
