/** What an S3 store says no with: for whoever hands a file in, and, at the start, for the operator. */
import { Refusal } from '#kernel/refusal.ts';

const SENTENCES = {
  put: '附件暂时存不上，这次选的文件没有收下；已经传好的文件和您写的内容都在。请过一两分钟再传一次，还不行请告诉系统管理员。',
  get: '附件暂时打不开，文件没有丢。请过一两分钟再打开，还不行请告诉系统管理员。',
  delete: '附件暂时删不掉，这一步没有办。请过一两分钟再办，还不行请告诉系统管理员。',
} as const;

/** Whatever the store said, the person can only wait or tell somebody. */
export const errorOf = (error: unknown, what: keyof typeof SENTENCES) => Object.assign(new Refusal('Unavailable', SENTENCES[what]), { cause: error });

/** What waiting does not mend, by the name that the store gives it. */
const WRONG: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: '不认识访问账号，请核对 HUIYIN_S3_ACCESS_KEY',
  SignatureDoesNotMatch: '不接受访问密码，请核对 HUIYIN_S3_SECRET_KEY',
  AccessDenied: '不允许这个账号读、写或者删，请给它这个桶的三样权限',
  NoSuchBucket: '没有这个桶，请先建好，或者核对 HUIYIN_S3_BUCKET',
  InvalidBucketName: '不接受这个桶名，请核对 HUIYIN_S3_BUCKET',
  PermanentRedirect: '说这个桶在别的区域，请核对 HUIYIN_S3_REGION 和 HUIYIN_S3_ENDPOINT',
  AuthorizationHeaderMalformed: '说这个桶在别的区域，请核对 HUIYIN_S3_REGION',
  RequestTimeTooSkewed: '的时钟和这台机器差得太多，请校准两边的时钟',
  SecondLevelDomainForbidden: '只收桶名写在域名里的地址，回音把桶名写在路径里，请换一个收路径写法的存储',
};

/** @returns why this store will never take files as it is set; nothing when it may yet */
export function wrongWith(error: unknown): string | undefined {
  const { name = '', code = '', $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };
  if (WRONG[name]) return WRONG[name];
  if (code === 'EPROTO' || code.startsWith('HPE_')) return '应答的不是这种协议，请核对 HUIYIN_S3_ENDPOINT 的 http、https 和端口';
  if (/CERT|ERR_TLS|SELF_SIGNED|UNABLE_TO_/.test(code)) return `的证书这台机器不信任（${code}）；自己签发的，请用 NODE_EXTRA_CA_CERTS 指明根证书`;
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 300 && status < 500 && status !== 408 && status !== 429 ? `拒绝了（${status} ${name}），请核对 HUIYIN_S3_ 开头的各项` : undefined;
}
