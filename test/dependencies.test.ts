import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Nothing is here without a reason: each dependency has its line in docs/dependencies.md, and each line its dependency. */
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
const told = readFileSync('docs/dependencies.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

/** '@scope/*' stands for a family; after its first, a member of a scope may be named by its last part. */
const names = (line: string, name: string) => line === name || (line.endsWith('/*') && name.startsWith(line.slice(0, -1))) || name.endsWith(`/${line}`);

it('has a reason for each dependency', () => expect(installed.filter((name) => !told.some((line) => names(line, name)))).toEqual([]));
it('gives no reason for what is not there', () => expect(told.filter((line) => !installed.some((name) => names(line, name)))).toEqual([]));
