import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCalendar, readLaws } from './rules.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-rules-'));
  cpSync('data/policy', join(folder, 'policy'), { recursive: true });
  cpSync('data/calendar', join(folder, 'calendar'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown) => writeFileSync(join(folder, 'policy', name), typeof content === 'string' ? content : JSON.stringify(content));

const pack = (clocks: unknown, more: object = {}) => ({ version: 'town-1', name: '镇', region: 'town', validFrom: '2026-01-01', clocks, ...more });
const entry = (length: unknown) => ({ length, source: '本地承诺', dutyEvidence: 'S', lengthEvidence: 'S' });

/** What the operator reads: one sentence, without a stack. */
function sentence(): string {
  try {
    readLaws({ folder });
    return '启动了';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('启动时读期限规则', () => {
  it('照原样可以启动；样例不点名不启用', () => {
    expect(sentence()).toBe('启动了');
    expect(readLaws({ folder }).inForce('2026-01-01', 'sample-zhejiang').version).toBe('cn-2022-05-01');
  });

  it.each([
    ['没有的编号', pack({ A99: entry({ days: 1 }) }), '的 clocks.A99：没有编号为“A99”的期限，请核对期限表。'],
    [
      '不认识的单位',
      pack({ D02: entry({ weeks: 2 }) }),
      '的 clocks.D02.length：不认识的单位“weeks”，可以用 days、workingDays、months、hours、atOnce、dateGiven。',
    ],
    ['失效早于生效', pack({}, { validTo: '2025-01-01' }), '的 validTo：失效日2025-01-01早于生效日2026-01-01，请改正其中一个。'],
    ['同一地区重叠', pack({}, { region: 'qinghe' }), '的 validFrom：与 '],
    ['负数', pack({ D02: entry({ days: -1 }) }), '的 clocks.D02'],
    ['多出来的字段', pack({}, { risk: true }), '：不符合规定的格式'],
    ['不完整的 JSON', '{ "version": ', '：不是完整的 JSON'],
  ])('%s：一句话，指出文件和位置', (_name, content, expected) => {
    write('town.json', content);
    const said = sentence();
    expect(said).toContain('/policy/town.json');
    expect(said).toContain(expected);
    expect(said).not.toContain('\n');
  });

  it('操作者登记的例外从文件读入', () => {
    write('overrides.json', [{ pack: 'sample-zhejiang-30-60', clock: 'C03b', by: '局长', on: '2026-01-05', reason: '省级规定尚未修订' }]);
    const laws = readLaws({ folder, packs: ['sample-zhejiang-30-60'] });
    expect([...laws.inForce('2026-06-01', 'sample-zhejiang').laxer]).toEqual(['C03b']);
    write('overrides.json', [{ pack: 'sample-zhejiang-30-60', clock: 'C03b' }]);
    expect(sentence()).toContain('/policy/overrides.json');
  });

  it('要启用的文件不存在的，说出名称', () => {
    expect(() => readLaws({ folder, packs: ['nowhere'] })).toThrow('/policy/nowhere.json：没有这个文件');
  });
});

describe('启动时读工作日历', () => {
  it('版本取自表头，没有表头的取最新的年份', () => {
    expect(readCalendar('2026-10-01\t放假\tNational Day,国庆节,3').version).toBe('2026');
    const said = readCalendar('#版本\t2027-1\n#年份\t2026, 2027\n2026-10-01\t放假\tNational Day,国庆节,3');
    expect([said.version, [...said.published]]).toEqual(['2027-1', [2026, 2027]]);
    expect(said.days.get('2026-10-01')).toEqual({ date: '2026-10-01', kind: 'holiday', name: '国庆节' });
  });

  it.each([
    ['2026-02-30\t放假\t', '工作日历 第1行：“2026-02-30”不是日期'],
    ['2026-10-01\t休息\t', '工作日历 第1行：“休息”应写“放假”或“调休上班”。'],
  ])('%j 拒绝', (line, said) => expect(() => readCalendar(line)).toThrow(said));

  it('几个版本并存，最新的生效，旧的还查得到', () => {
    writeFileSync(join(folder, 'calendar', 'work-calendar-2027.tsv'), '#版本\t2027\n#年份\t2026,2027\n2027-01-01\t放假\t,元旦,1\n');
    const { calendars } = readLaws({ folder });
    expect([calendars.current.version, [...calendars.versions.keys()]]).toEqual(['2027', ['2026', '2027']]);
  });
});
