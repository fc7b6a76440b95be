import Type, { type Static, type TSchema } from 'typebox';

/**
 * Every setting of the program, once: its form, what holds without it, and what
 * it is for. The types, the checks at start and `docs/settings.md` come from here.
 */
export interface Setting<Schema extends TSchema = TSchema> {
  readonly group: string;
  readonly schema: Schema;
  readonly form: string; // the form in words, for the sentence that refuses another
  readonly otherwise: string; // what holds without it, in words
  readonly says: string;
  readonly secret?: true;
}

const port = Type.Integer({ minimum: 1, maximum: 65_535 });
const text = Type.String({ minLength: 1 });
const url = Type.String({ pattern: '^https?://[^\\s]+$' });
const minutes = Type.Integer({ minimum: 1, maximum: 1_440 });
const megabytes = Type.Integer({ minimum: 1, maximum: 1_024 });
const sum = Type.Integer({ minimum: 1, maximum: 1_000_000 });

const define = <Schema extends TSchema>(group: string, schema: Schema, form: string, otherwise: string, says: string) => ({
  group,
  schema,
  form,
  otherwise,
  says,
});
const secret = <Schema extends TSchema>(group: string, schema: Schema, form: string, otherwise: string, says: string) => ({
  ...define(group, schema, form, otherwise, says),
  secret: true as const,
});

export const SETTINGS = {
  PORT: define('端口与地址', port, '1–65535 的整数', '8080', '群众门户的端口'),
  OFFICE_PORT: define('端口与地址', port, '1–65535 的整数', 'PORT + 1', '干部工作台和工作人员接口的端口'),
  SEALED_PORT: define('端口与地址', port, '1–65535 的整数', 'OFFICE_PORT + 1', '检举控告专线的端口，只在本机应答，由工作台的端口转接'),
  HOST: define('端口与地址', text, '地址', '127.0.0.1（仅本机）', '在哪个网络地址上应答；0.0.0.0 为全部'),
  HUIYIN_PORTAL_URL: define('端口与地址', url, 'http(s) 网址', 'http://localhost:PORT', '群众看到的门户网址，印在凭证和二维码上'),
  HUIYIN_OFFICE_URL: define('端口与地址', url, 'http(s) 网址', 'http://localhost:OFFICE_PORT', '工作人员看到的网址，单点登录回到这里'),
  HUIYIN_TRUST_PROXY: define('端口与地址', text, '代理的地址，或 1、0', '0', '信任哪些反向代理报告的来访地址；限流据此计数'),

  HUIYIN_DATA: define('数据', text, '目录', './.huiyin', '数据库、附件和密钥所在的目录'),
  DATABASE_URL: secret(
    '数据',
    Type.String({ pattern: '^postgres(ql)?://' }),
    'postgres:// 开头的地址',
    '用随附的 PostgreSQL',
    '外部 PostgreSQL（15 以上）；账户须能建表、建角色',
  ),
  HUIYIN_DEMO: define('数据', Type.Boolean(), '1 或 0', '没有 DATABASE_URL 时为 1', '演示方式：装入虚构的清和县，登录页列出演示账户'),
  HUIYIN_REGION: define(
    '数据',
    Type.String({ pattern: '^[a-z][a-z-]*$' }),
    '租户代码',
    '演示时为 qinghe，否则为名录中第一个有信访部门的',
    '门户为哪个租户开设；单位代码以它开头',
  ),
  HUIYIN_POLICY: define('数据', text, '目录', '只用国家规定和自带的地方政策包', '本地政策包所在的目录'),
  HUIYIN_ENGLISH: define('数据', text, '文件', '英文页上的单位写中文名称', '各单位的英文名称，JSON 文件；写法和核对见 docs/how-to/first-start.md'),
  HUIYIN_FONTS: define('数据', text, '目录', '只用自带的字体', '本单位公文字体（仿宋、小标宋、楷体、黑体）所在的目录'),
  HUIYIN_SEALS: define(
    '数据',
    text,
    '目录',
    '按单位名称画圆章，章上写明“系统绘制”',
    '各单位交来的印模图样所在的目录：单位代码里的 / 写作 _，如 qinghe_housing.svg 或 .png（透明底）',
  ),

  HUIYIN_S3_BUCKET: define('附件存放', text, '桶名', '存放在 HUIYIN_DATA/blobs', '附件存放到 S3 的哪个桶'),
  HUIYIN_S3_ENDPOINT: define('附件存放', url, 'http(s) 网址', '亚马逊', 'S3 服务的地址'),
  HUIYIN_S3_REGION: define('附件存放', text, '区域名', 'us-east-1', 'S3 的区域'),
  HUIYIN_S3_ACCESS_KEY: secret('附件存放', text, '文字', '无', 'S3 的访问账号'),
  HUIYIN_S3_SECRET_KEY: secret('附件存放', text, '文字', '无', 'S3 的访问密码'),

  HUIYIN_OIDC_ISSUER: define('单点登录', url, 'http(s) 网址', '不用单点登录', '统一身份认证（OpenID Connect）的地址'),
  HUIYIN_OIDC_CLIENT: define('单点登录', text, '文字', '无', '本系统在统一身份认证处的编号'),
  HUIYIN_OIDC_SECRET: secret('单点登录', text, '文字', '无', '本系统在统一身份认证处的密码'),
  HUIYIN_SESSION_IDLE_MINUTES: define('单点登录', minutes, '1–1440 的整数', '30', '工作人员离开多少分钟后须重新登录'),
  HUIYIN_SESSION_MINUTES: define('单点登录', minutes, '1–1440 的整数', '600', '一次登录最长多少分钟'),

  HUIYIN_UPLOAD_MB: define('上限', megabytes, '1–1024 的整数', '20', '一个附件最大多少 MB'),
  HUIYIN_UPLOAD_FILES: define('上限', Type.Integer({ minimum: 1, maximum: 100 }), '1–100 的整数', '10', '一次最多几个附件'),
  HUIYIN_DRAFT_MB: define('上限', sum, '1–1000000 的整数', '100', '门户上一件事的附件合起来最大多少 MB'),
  HUIYIN_PLACE_MB: define('上限', sum, '1–1000000 的整数', '500', '门户上同一来访地址每小时最多传多少 MB；许多人共用一个地址的地方可以放宽'),
  HUIYIN_DRAFTS_MB: define(
    '上限',
    sum,
    '1–1000000 的整数',
    '数据目录所在磁盘的一成，并给磁盘留半成，最多留 5 GB；附件存放在 S3 时为 10240',
    '门户上还没有提交的内容合起来最多占多少 MB；满了不收新附件，文字照收',
  ),
  HUIYIN_CALLS_A_MINUTE: define('上限', Type.Integer({ minimum: 10, maximum: 100_000 }), '10–100000 的整数', '600', '同一来访地址或登录每分钟最多请求几次'),

  HUIYIN_DATABASE_WAIT: define('运行', Type.Integer({ minimum: 1, maximum: 600 }), '1–600 的整数', '30', '启动时 DATABASE_URL 的数据库还连不上，最多等多少秒'),
  HUIYIN_LOG_LEVEL: define('运行', Type.Enum(['debug', 'info', 'warn', 'error']), 'debug、info、warn、error 之一', 'info', '日志详细程度；日志不含个人信息'),
  HUIYIN_METRICS: define('运行', Type.Enum(['all', 'localhost', 'none']), 'all、localhost、none 之一', 'localhost', '谁可以读 /metrics'),

  HUIYIN_LONG: define('测试', Type.Boolean(), '1 或 0', '0', '长测试：更多随机历史，全部权限组合'),
  HUIYIN_CI: define('测试', Type.Boolean(), '1 或 0', '0', '缺少外部程序的测试算失败，而不是略过'),
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;
export type Given = { readonly [Name in SettingName]?: Static<(typeof SETTINGS)[Name]['schema']> };

/** `docs/settings.md`, as it must stand. */
export function printSettings(): string {
  const groups = Map.groupBy(Object.entries<Setting>(SETTINGS), ([, { group }]) => group);
  const tables = [...groups].map(([group, settings]) => {
    const rows = settings.map(
      ([name, { says, form, otherwise, secret: hidden }]) => `| \`${name}\` | ${says}${hidden ? '（保密）' : ''} | ${form} | ${otherwise} |`,
    );
    return [`## ${group}`, '', '| 名称 | 用途 | 写法 | 不设时 |', '|---|---|---|---|', ...rows].join('\n');
  });
  const opening =
    '# 设置\n\n全部设置都是环境变量，在 `platform/settings/table.ts` 一处定义；本页由它生成，测试核对两者一致。\n名称拼错（`HUIYIN_` 开头而不在此表）或写法不对，程序不启动，并用一句话说明是哪一个。';
  return `${[opening, ...tables].join('\n\n')}\n`;
}
