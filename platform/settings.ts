import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { Check, Convert } from 'typebox/value';
import { SETTINGS, type Given, type Setting, type SettingName } from './settings/table.ts';
import { StartRefused } from './start-refused.ts';

/** The settings of this process, read once at start, checked, and never changed. The table of them: `settings/table.ts`. */
export interface Settings {
  readonly host: string;
  readonly portalPort: number;
  readonly officePort: number;
  readonly sealedPort: number; // of the sealed line, on this machine alone: the office's port passes on to it
  readonly portalUrl: string; // as people see it, on paper and in QR codes
  readonly officeUrl: string;
  readonly trustProxy: boolean | string;
  readonly dataFolder: string;
  readonly databaseUrl?: string; // absent: the PostgreSQL that comes with Huiyin
  readonly databaseWait: number; // seconds that a start waits for it
  readonly demo: boolean;
  readonly region?: string; // whose portal this is; absent: the first in the directory
  readonly policyFolder?: string;
  readonly fontFolder?: string;
  readonly englishFile?: string; // names of the offices in English
  readonly sealFolder?: string;
  readonly s3?: { readonly bucket: string; readonly endpoint?: string; readonly region: string; readonly accessKey: string; readonly secretKey: string };
  readonly oidc?: { readonly issuer: string; readonly client: string; readonly secret: string };
  readonly session: { readonly idleMinutes: number; readonly minutes: number };
  readonly uploads: { readonly bytes: number; readonly files: number };
  readonly portalRoom: { readonly draft: number; readonly place: number; readonly drafts?: number }; // bytes; `drafts` absent: a share of the disk
  readonly callsAMinute: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly metrics: 'all' | 'localhost' | 'none';
}

type Environment = Readonly<Record<string, string | undefined>>;

const MEGABYTE = 1024 * 1024;

/** @throws StartRefused naming the setting that is unknown, malformed or missing its companion */
export function readSettings(environment: Environment): Settings {
  refuseUnknown(environment);
  const given = readAll(environment);
  const portalPort = given.PORT ?? 8080;
  const officePort = given.OFFICE_PORT ?? portalPort + 1;
  if (officePort > 65_535) throw new StartRefused('PORT 为 65535 时没有下一个端口，请另设 OFFICE_PORT。');
  const sealedPort = given.SEALED_PORT ?? (officePort + 1 === portalPort ? officePort + 2 : officePort + 1);
  if (sealedPort > 65_535) throw new StartRefused('OFFICE_PORT 为 65535 时没有下一个端口，请另设 SEALED_PORT。');
  if (sealedPort === portalPort || sealedPort === officePort)
    throw new StartRefused(`SEALED_PORT 也是 ${sealedPort}：检举控告专线须用另一个端口，请另设 SEALED_PORT。`);
  if (portalPort === officePort) throw new StartRefused(`PORT 和 OFFICE_PORT 都是 ${portalPort}：门户和工作台须各用一个端口。`);

  return {
    host: given.HOST ?? '127.0.0.1',
    portalPort,
    officePort,
    sealedPort,
    portalUrl: (given.HUIYIN_PORTAL_URL ?? `http://localhost:${portalPort}`).replace(/\/$/, ''),
    officeUrl: (given.HUIYIN_OFFICE_URL ?? `http://localhost:${officePort}`).replace(/\/$/, ''),
    trustProxy: readProxy(given.HUIYIN_TRUST_PROXY ?? '0'),
    dataFolder: resolve(given.HUIYIN_DATA ?? '.huiyin'),
    demo: given.HUIYIN_DEMO ?? given.DATABASE_URL === undefined,
    ...(given.DATABASE_URL && { databaseUrl: given.DATABASE_URL }),
    databaseWait: given.HUIYIN_DATABASE_WAIT ?? 30,
    ...regionOf(given),
    ...(given.HUIYIN_SEALS && { sealFolder: resolve(given.HUIYIN_SEALS) }),
    ...(given.HUIYIN_ENGLISH && { englishFile: resolve(given.HUIYIN_ENGLISH) }),
    ...(given.HUIYIN_FONTS && { fontFolder: resolve(given.HUIYIN_FONTS) }),
    ...(given.HUIYIN_POLICY && { policyFolder: resolve(given.HUIYIN_POLICY) }),
    ...(together(given, ['HUIYIN_S3_BUCKET', 'HUIYIN_S3_ACCESS_KEY', 'HUIYIN_S3_SECRET_KEY'], ['HUIYIN_S3_ENDPOINT', 'HUIYIN_S3_REGION']) && {
      s3: readS3(given),
    }),
    ...(together(given, ['HUIYIN_OIDC_ISSUER', 'HUIYIN_OIDC_CLIENT', 'HUIYIN_OIDC_SECRET']) && { oidc: readOidc(given) }),
    session: { idleMinutes: given.HUIYIN_SESSION_IDLE_MINUTES ?? 30, minutes: given.HUIYIN_SESSION_MINUTES ?? 600 },
    uploads: { bytes: (given.HUIYIN_UPLOAD_MB ?? 20) * MEGABYTE, files: given.HUIYIN_UPLOAD_FILES ?? 10 },
    portalRoom: {
      draft: (given.HUIYIN_DRAFT_MB ?? 100) * MEGABYTE,
      place: (given.HUIYIN_PLACE_MB ?? 500) * MEGABYTE,
      ...(given.HUIYIN_DRAFTS_MB && { drafts: given.HUIYIN_DRAFTS_MB * MEGABYTE }),
    },
    callsAMinute: given.HUIYIN_CALLS_A_MINUTE ?? 600,
    logLevel: given.HUIYIN_LOG_LEVEL ?? 'info',
    metrics: given.HUIYIN_METRICS ?? 'localhost',
  };
}

function refuseUnknown(environment: Environment): void {
  const unknown = Object.keys(environment).find((name) => name.startsWith('HUIYIN_') && !(name in SETTINGS));
  if (unknown) throw new StartRefused(`没有名为 ${unknown} 的设置，是否拼错？全部设置见 docs/settings.md。`);
}

/** A setting that is empty counts as not given: that is how many tools unset one. */
function readAll(environment: Environment): Given {
  const values = Object.entries<Setting>(SETTINGS).flatMap(([name, { schema, form, secret }]) => {
    const text = environment[name]?.trim();
    if (!text) return [];
    const value = Convert(schema, text);
    if (Check(schema, value)) return [[name, value]];
    throw new StartRefused(`设置 ${name}${secret ? ' ' : ` 为“${text}”，`}应是${form}。`);
  });
  return Object.fromEntries(values) as Given;
}

/** Whether a group of settings is used; half of one is a mistake. */
function together(given: Given, needed: readonly SettingName[], more: readonly SettingName[] = []): boolean {
  const used = [...needed, ...more].find((name) => given[name] !== undefined);
  const missing = needed.find((name) => given[name] === undefined);
  if (used && missing) throw new StartRefused(`设置了 ${used}，还须设置 ${missing}。`);
  return used !== undefined;
}

function readS3(given: Given) {
  const { HUIYIN_S3_BUCKET: bucket = '', HUIYIN_S3_ENDPOINT: endpoint, HUIYIN_S3_REGION: region = 'us-east-1' } = given;
  return { bucket, region, accessKey: given.HUIYIN_S3_ACCESS_KEY ?? '', secretKey: given.HUIYIN_S3_SECRET_KEY ?? '', ...(endpoint && { endpoint }) };
}

function readOidc({ HUIYIN_OIDC_ISSUER: issuer = '', HUIYIN_OIDC_CLIENT: client = '', HUIYIN_OIDC_SECRET: secret = '' }: Given) {
  return { issuer, client, secret };
}

function regionOf({ HUIYIN_REGION: region }: Given) {
  return region === undefined ? {} : { region };
}

const PLACES = ['loopback', 'linklocal', 'uniquelocal'];

function readProxy(text: string): boolean | string {
  if (text === '1' || text === '0') return text === '1';
  const wrong = text.split(',').find((part) => !isPlace(part.trim()));
  if (wrong === undefined) return text;
  throw new StartRefused(`设置 HUIYIN_TRUST_PROXY 为“${text}”，应是代理的地址（几个用逗号隔开，可以写网段，如 10.0.0.0/8），或 1、0。`);
}

function isPlace(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  return PLACES.includes(text) || (isIP(address) > 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest)));
}
