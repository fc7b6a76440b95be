import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from './sheet.ts';

/**
 * 印模: the image that a unit handed in, laid into the folder seals/ of the data
 * folder as `qinghe_housing.svg` or `.png`. Without one the paper shows a round
 * seal drawn from the unit's name. What proves a paper is its hash, never the picture.
 */
export function readSeals(folder: string): (unit: string) => Facts['seal'] {
  return (unit) => {
    const name = join(folder, unit.replaceAll('/', '_'));
    if (existsSync(`${name}.svg`)) return { format: 'svg', data: readFileSync(`${name}.svg`, 'utf8') };
    if (existsSync(`${name}.png`)) return { format: 'png', data: [...readFileSync(`${name}.png`)] };
    return undefined;
  };
}
