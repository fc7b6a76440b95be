import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { mustFit } from './settings-fit.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-fit-'));
const file = join(folder, 'file');
writeFileSync(file, '');

describe('写法对、却和这台机器对不上的设置，启动前就说是哪一个', () => {
  it.each([
    [{ HOST: 'no-such-host.invalid' }, '设置 HOST 为“no-such-host.invalid”，这台机器没有这个地址；只在本机应答写 127.0.0.1，全部写 0.0.0.0。'],
    [{ HOST: '203.0.113.7' }, '设置 HOST 为“203.0.113.7”，这台机器没有这个地址；只在本机应答写 127.0.0.1，全部写 0.0.0.0。'],
    [{ HUIYIN_FONTS: '/no/such' }, '设置 HUIYIN_FONTS 所指的目录 /no/such 不存在，请核对。'],
    [{ HUIYIN_POLICY: '/no/such' }, '设置 HUIYIN_POLICY 所指的目录 /no/such 不存在，请核对。'],
    [{ HUIYIN_POLICY: file }, `设置 HUIYIN_POLICY 所指的 ${file} 不是目录，或者读不了，请核对。`],
    [{ HUIYIN_SEALS: '/no/such' }, '设置 HUIYIN_SEALS 所指的目录 /no/such 不存在，请核对。'],
  ])('%o', (environment, sentence) => expect(mustFit(readSettings(environment as Record<string, string>))).rejects.toEqual(new StartRefused(sentence)));

  it('对得上的照常启动', async () => {
    await mustFit(readSettings({}));
    await mustFit(readSettings({ HOST: '0.0.0.0', HUIYIN_FONTS: folder, HUIYIN_POLICY: folder, HUIYIN_SEALS: folder }));
  });
});

it('第一个文件，机器上有什么 Node 都读得懂：不按名字要旧的 Node 没有的东西，那样连一句话都说不出来', () => {
  const text = readFileSync(new URL('./launch.js', import.meta.url), 'utf8');
  const named = [...text.matchAll(/^import \{([^}]+)\} from 'node:/gm)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
  expect(named.sort()).toEqual(['existsSync', 'fileURLToPath', 'spawn']); // all of them are in Node 12
  expect(text).not.toMatch(/^import (?!\* as|\{)/m);
});
