import { afterAll } from 'vitest';
import { endAll } from './closing.ts';

/** Runs before every test file, so this hook is its first and is run last. */
afterAll(endAll);
