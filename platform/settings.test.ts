import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';
import { printSettings } from './settings/table.ts';
import { StartRefused } from './start-refused.ts';

describe('settings', () => {
  it('need nothing: the demonstration county on its own database', () => {
    expect(readSettings({})).toMatchObject({ portalPort: 8080, officePort: 8081, host: '127.0.0.1', demo: true, portalUrl: 'http://localhost:8080' });
    expect(readSettings({}).dataFolder).toMatch(/\.huiyin$/);
  });

  it('put the office beside the portal, wherever that is', () =>
    expect(readSettings({ PORT: '9000' })).toMatchObject({ portalPort: 9000, officePort: 9001, officeUrl: 'http://localhost:9001' }));

  it('leave demonstration mode when a real database is named, unless asked for', () => {
    expect(readSettings({ DATABASE_URL: 'postgres://a@b/c' }).demo).toBe(false);
    expect(readSettings({ DATABASE_URL: 'postgres://a@b/c', HUIYIN_DEMO: '1' }).demo).toBe(true);
  });

  it('trust a proxy by its address, several, or a network', () =>
    expect(['127.0.0.1', '10.0.0.0/8,::1', 'loopback', '1', '0'].map((HUIYIN_TRUST_PROXY) => readSettings({ HUIYIN_TRUST_PROXY }).trustProxy)).toEqual([
      '127.0.0.1',
      '10.0.0.0/8,::1',
      'loopback',
      true,
      false,
    ]));

  it('take an empty value as none', () => expect(readSettings({ PORT: '', HUIYIN_DEMO: ' ' })).toMatchObject({ portalPort: 8080, demo: true }));

  it.each([
    [{ HUIYIN_DATEN: '/tmp' }, '没有名为 HUIYIN_DATEN 的设置，是否拼错？全部设置见 docs/settings.md。'],
    [{ PORT: '80a' }, '设置 PORT 为“80a”，应是1–65535 的整数。'],
    [{ PORT: '70000' }, '设置 PORT 为“70000”，应是1–65535 的整数。'],
    [{ PORT: '65535' }, 'PORT 为 65535 时没有下一个端口，请另设 OFFICE_PORT。'],
    [{ PORT: '9000', OFFICE_PORT: '9000' }, 'PORT 和 OFFICE_PORT 都是 9000：门户和工作台须各用一个端口。'],
    [{ HUIYIN_DEMO: '也许' }, '设置 HUIYIN_DEMO 为“也许”，应是1 或 0。'],
    [{ HUIYIN_LOG_LEVEL: 'loud' }, '设置 HUIYIN_LOG_LEVEL 为“loud”，应是debug、info、warn、error 之一。'],
    [{ HUIYIN_S3_BUCKET: 'files' }, '设置了 HUIYIN_S3_BUCKET，还须设置 HUIYIN_S3_ACCESS_KEY。'],
    [
      { HUIYIN_TRUST_PROXY: '127.0.0.1, banana' },
      '设置 HUIYIN_TRUST_PROXY 为“127.0.0.1, banana”，应是代理的地址（几个用逗号隔开，可以写网段，如 10.0.0.0/8），或 1、0。',
    ],
    [{ HUIYIN_OIDC_SECRET: 'geheim' }, '设置了 HUIYIN_OIDC_SECRET，还须设置 HUIYIN_OIDC_ISSUER。'],
  ])('stop the start with one sentence: %o', (environment, sentence) => {
    expect(() => readSettings(environment as Record<string, string>)).toThrow(new StartRefused(sentence));
  });

  it('never repeat a secret, not even a wrong one', () =>
    expect(() => readSettings({ DATABASE_URL: 'mysql://root:geheim@host/db' })).toThrow(new StartRefused('设置 DATABASE_URL 应是postgres:// 开头的地址。')));

  it('stand in the handbook as they stand in the code', () => expect(printSettings()).toMatchFileSnapshot('../docs/settings.md'));
});
