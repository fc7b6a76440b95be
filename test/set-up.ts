import { configureGlobal } from 'fast-check';
import { afterAll } from 'vitest';
import { endAll } from './closing.ts';

const SEED = 20_220_501; // the day on which the regulations came into force

/** Properties try the same cases in every ordinary run, so that one that fails fails again; the long run, and `HUIYIN_SEED`, try others. */
if (!process.env['HUIYIN_LONG']) configureGlobal({ seed: Number(process.env['HUIYIN_SEED'] ?? SEED) });

/** Runs before every test file, so this hook is its first and is run last. */
afterAll(endAll);
