import { describe, expect, it } from 'vitest';
import { readLaws, readPack } from '#platform/rules.ts';
import { light } from './clocks/light.ts';
import { CLAIM_FACTS, story } from './clocks/spec.ts';
import type { ClockId } from './clocks/rule.ts';
import { layPacks } from './law.ts';
import { makeLaws } from './laws.ts';
import type { Length } from './lengths.ts';
import type { NamedPack, Override } from './pack.ts';

const { calendars } = readLaws();
const national = readPack('data/policy/national.json');

function local(clocks: Partial<Record<string, Length>>, more: Partial<NamedPack> = {}): NamedPack {
  const entries = Object.entries(clocks).map(([id, length]) => [id, { length, source: '本地承诺', dutyEvidence: 'S', lengthEvidence: 'S' }]);
  return {
    file: 'data/policy/local.json',
    version: 'local-1',
    name: '本地',
    region: 'qinghe',
    validFrom: '2025-01-01',
    clocks: Object.fromEntries(entries),
    ...more,
  };
}

const lay = (pack: NamedPack, overrides: Override[] = []) => layPacks(calendars, national, [pack], overrides);
const letThrough = (pack: string, clock: ClockId): Override => ({ pack, clock, by: '清和县信访局局长', on: '2026-01-05', reason: '省级规定尚未修订' });

describe('期限规则叠放', () => {
  it('承诺比法定期限短的，两个日期并存：承诺定颜色，法定日期不变', () => {
    const law = lay(local({ A14: { days: 20 } }));
    expect(law).toMatchObject({ version: 'cn-2022-05-01+local-1', terms: { A14: { length: { days: 60 } } }, promises: { A14: { length: { days: 20 } } } });
    const { readings } = story(law).then('MatterAccepted', '2026-08-03');
    expect(readings.A14).toMatchObject({ promisedOn: '2026-08-23', targetOn: '2026-10-02', legalOn: '2026-10-08' });
    expect(light(readings, '2026-08-20')).toMatchObject({ dueOn: '2026-08-23', legalOn: '2026-10-08', state: 'running' });
    expect(light(readings, '2026-08-25')?.state).toBe('missed');
  });

  it('不起算期限的天数只写在国家规定里：漏写的、地方另定的都不启动', () => {
    expect(national.limits).toMatchObject({
      redo: { days: 60, evidence: 'P' },
      publicationObjection: { days: 10 },
      publication: { days: 30 },
      offline: { hours: 72, evidence: 'P' },
    });
    expect(lay(local({})).limits).toEqual(national.limits);
    const { limits, ...without } = national;
    expect(() => layPacks(calendars, without)).toThrow('limits：国家规定里要写明这几个数');
    expect(() => lay(local({}, { limits: limits! }))).toThrow('data/policy/local.json 的 limits：这几个数只写在国家规定里');
  });

  it('“520”：D01、D02另起期限，与法定期限并行', () => {
    const law = readLaws().inForce('2026-11-01', 'qinghe');
    expect(law.terms.D01?.length).toEqual({ days: 5 });
    expect(law.terms.D02?.length).toEqual({ days: 20 });
    expect(law.terms.D08).toBeUndefined();
  });

  it('工作日的承诺与自然日的法定期限，按日历的最坏情形比较', () => {
    const law = readLaws({ packs: ['sample-workingdays'] }).inForce('2026-11-01', 'sample-workingdays');
    expect(law.promises.A05?.length).toEqual({ workingDays: 5 });
    expect(law.terms.C01?.length).toEqual({ workingDays: 3 });
    expect(() => lay(local({ A05: { workingDays: 12 } }))).toThrow('“直接收到：书面告知”12个工作日，长于《信访工作条例》第二十三条第二款规定的15日');
  });

  it('比法定期限长的，拒绝启动，指明文件、条目和条款', () => {
    expect(() => lay(local({ A14: { days: 90 } }))).toThrow(
      'data/policy/local.json 的 clocks.A14：“办结”90日，长于《信访工作条例》第三十四条规定的60日；请删去这一条，或者由操作者登记例外（例外不改变国家期限）。',
    );
  });

  it('样例三十日加六十日：超过第三十四条，没有登记例外不能启用', () => {
    expect(() => readLaws({ packs: ['sample-zhejiang-30-60'] })).toThrow(
      'data/policy/sample-zhejiang-30-60.json 的 clocks.C03b：“浙江：延期”60日，长于《信访工作条例》第三十四条规定的30日',
    );
  });

  it('登记例外后可以启用，颜色仍由国家期限决定', () => {
    const pack = readPack('data/policy/sample-zhejiang-30-60.json');
    const law = lay(pack, [letThrough(pack.version, 'C03b')]);
    const { readings } = story(law).then('MatterAccepted', '2026-08-03').then('HandlingExtended', '2026-08-20', { days: 60 });
    expect(readings.C03a).toMatchObject({ extendedDays: 60, targetOn: '2026-11-01' });
    expect(readings.A14).toMatchObject({ extendedDays: 30, targetOn: '2026-11-01', legalOn: '2026-11-02' });
    const long = story(lay(pack, [letThrough(pack.version, 'C03b')])).then('MatterAccepted', '2026-08-03');
    expect(light(long.readings, '2026-08-10')?.reading.clock).toBe('C03a'); // thirty days are stricter than sixty
    const only = { ...law, terms: { ...law.terms, C03a: { ...law.terms.C03a, length: { days: 70 } } } } as typeof law;
    expect(light(story(only).then('MatterAccepted', '2026-08-03').readings, '2026-08-10')?.reading.clock).toBe('A14');
  });

  it('样例复查复核延长：第三十五条、第三十六条没有规定，没有登记例外不能启用', () => {
    expect(() => readLaws({ packs: ['sample-beijing-review-extension'] })).toThrow(
      'clocks.C05：“北京：复查复核延长”30日，《信访工作条例》第三十五条、第三十六条没有规定延长',
    );
    const pack = readPack('data/policy/sample-beijing-review-extension.json');
    const law = lay(pack, [letThrough(pack.version, 'C05')]);
    const { readings } = story(law).then('ReviewRequested', '2026-09-05').then('ReviewExtended', '2026-09-20', { days: 30 });
    expect(readings['C05@A18']).toMatchObject({ startedOn: '2026-10-05', targetOn: '2026-11-04' });
    expect(readings.A18).toMatchObject({ extendedDays: 0, targetOn: '2026-10-05', legalOn: '2026-10-08' });
    expect(light(readings, '2026-10-06')?.reading.clock).toBe('A18');
  });

  it('例外只对登记的那一份、那一条有效', () => {
    const pack = readPack('data/policy/sample-zhejiang-30-60.json');
    expect(() => lay(pack, [letThrough('other', 'C03b')])).toThrow('第三十四条');
    expect(() => lay(pack, [letThrough(pack.version, 'C03a')])).toThrow('第三十四条');
  });

  it('信访人的权利只能更长；送达视为不能更快；单位的异议期间不能另定', () => {
    expect(() => lay(local({ A17: { days: 15 } }))).toThrow('“请求复查”15日，短于《信访工作条例》第三十五条规定的30日');
    expect(() => lay(local({ B16: { days: 10 } }))).toThrow('“公告送达”10日，短于');
    expect(() => lay(local({ A07: { workingDays: 8 } }))).toThrow('“提出异议”8个工作日，《信访工作条例》第二十三条第三款规定的是5个工作日，地方不能另定');
    expect(lay(local({ B06: { days: 60 } })).terms.B06?.length).toEqual({ days: 60 });
  });

  it('提前通知只能更早：听证通知由七日改为三日的拒绝', () => {
    expect(() => lay(local({ E06: { days: 3 } }))).toThrow('“听证通知”3日，短于产品默认规定的7日');
    expect(lay(local({ C07c: { days: 10 } })).terms.C07c?.length).toEqual({ days: 10 });
    expect(() => lay(local({ C07c: { days: 5 } }))).toThrow('短于');
  });

  it('延期上限、暂停上限可以更短，不能更长', () => {
    expect(lay(local({ A15: { days: 15 } })).terms.A15?.length).toEqual({ days: 15 });
    expect(() => lay(local({ A15: { days: 31 } }))).toThrow('第三十四条规定的30日');
    expect(() => lay(local({ A21: { days: 60 } }))).toThrow('第三十六条第二款规定的30日');
  });

  it('期限表里没有的编号，说出是哪个', () => {
    expect(() => lay(local({ A99: { days: 1 } }))).toThrow('data/policy/local.json 的 clocks.A99：没有编号为“A99”的期限，请核对期限表。');
  });
});

describe('版本和有效期', () => {
  const make = (...packs: NamedPack[]) => makeLaws(calendars, [national, ...packs]);

  it('一件事项一直用登记时的规则', () => {
    const laws = make(
      local({ D02: { days: 20 } }, { validTo: '2025-12-31' }),
      local({ D02: { days: 15 } }, { version: 'local-2', file: 'b.json', validFrom: '2026-01-01' }),
    );
    expect(laws.inForce('2025-06-01', 'qinghe').terms.D02?.length).toEqual({ days: 20 });
    expect(laws.inForce('2026-06-01', 'qinghe').version).toBe('cn-2022-05-01+local-2');
    expect(laws.get('cn-2022-05-01+local-1').terms.D02?.length).toEqual({ days: 20 });
    expect(laws.inForce('2026-06-01', 'elsewhere').version).toBe('cn-2022-05-01');
    expect(() => laws.get('cn-2022-05-01+gone')).toThrow('没有版本为“cn-2022-05-01+gone”的期限规则：有事项按它登记，不能删除。');
  });

  it('省在里、县在外，都叠上；实施之前收到的旧件按最早的规则', () => {
    const laws = make(local({ C04: { days: 5 } }, { region: 'henan', version: 'henan-1' }), local({ D02: { days: 20 } }));
    expect(laws.inForce('2026-06-01', 'henan', 'qinghe').version).toBe('cn-2022-05-01+henan-1+local-1');
    expect(laws.inForce('2018-06-01', 'qinghe').version).toBe('cn-2022-05-01');
  });

  it.each([
    [{ validTo: '2024-12-31' }, 'data/policy/local.json 的 validTo：失效日2024-12-31早于生效日2025-01-01，请改正其中一个。'],
    [{ validFrom: '2025-02-30' }, 'data/policy/local.json 的 validFrom：“2025-02-30”不是日期，应写成 2026-01-01 这样。'],
    [{ version: 'cn-2022-05-01' }, 'data/policy/local.json 的 version：版本“cn-2022-05-01”与 data/policy/national.json 重复，每个版本只能用一次。'],
  ])('日期自相矛盾的，拒绝启动：%o', (wrong, sentence) => expect(() => make(local({}, wrong))).toThrow(sentence));

  it('同一地区有效期重叠的，拒绝启动', () => {
    expect(() => make(local({}), local({}, { version: 'local-2', file: 'b.json', validFrom: '2026-01-01' }))).toThrow(
      'b.json 的 validFrom：与 data/policy/local.json 同属“qinghe”而有效期重叠，请给先前的版本写上失效日。',
    );
  });

  it('没有国家规定的，拒绝启动', () => expect(() => makeLaws(calendars, [local({})])).toThrow('没有国家规定的期限'));

  it('国家规定里每个A、B、E期限都有长度，C、D一个也没有', () => {
    const ids = Object.keys(national.clocks);
    expect(ids.filter((id) => /^[ABE]/.test(id))).toHaveLength(74);
    expect(ids).toHaveLength(74);
    expect(
      story(makeLaws(calendars, [national]).inForce('2026-01-01'), 'claim', CLAIM_FACTS)
        .then('MatterAccepted', '2026-08-03')
        .newest('A14').legalOn,
    ).toBe('2026-10-08');
  });
});
