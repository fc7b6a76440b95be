import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '#platform/start-refused.ts';
import type { Facts } from './sheet.ts';

/**
 * 印模: the image that a unit handed in, laid by the operator into the folder
 * that HUIYIN_SEALS names, as `qinghe_housing.svg` or `.png`. Without one the
 * paper shows a round seal drawn from the unit's name, which says that it is
 * drawn. What proves a paper is its hash, never the picture.
 *
 * @throws StartRefused naming a file that is no picture: found at the start, not when a paper is due
 */
export function readSeals(folder: string): (unit: string) => Facts['seal'] {
  if (!existsSync(folder)) throw new StartRefused(`设置 HUIYIN_SEALS 所指的目录 ${folder} 不存在，请核对。`);
  const wrong = readdirSync(folder).find((name) => /\.(svg|png)$/.test(name) && !isPicture(readFileSync(join(folder, name))));
  if (wrong) throw new StartRefused(`印模文件 ${wrong} 打不开：请放入 SVG 或 PNG 图样，文件名为单位代码，如 qinghe_housing.png。`);
  return (unit) => {
    const name = join(folder, unit.replaceAll('/', '_'));
    if (existsSync(`${name}.svg`)) return { format: 'svg', data: readFileSync(`${name}.svg`, 'utf8') };
    if (existsSync(`${name}.png`)) return { format: 'png', data: [...readFileSync(`${name}.png`)] };
    return undefined;
  };
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const isPicture = (bytes: Buffer) => bytes.subarray(0, 4).equals(PNG) || /<svg[\s>]/.test(bytes.toString('utf8', 0, 2_000));
