import type { FastifyError } from 'fastify';
import { Refusal, type RefusalCode } from '#kernel/refusal.ts';
import { refusalOf } from '../database-errors.ts';
import { fieldsOf, type Field } from './strict.ts';

/** What leaves when something was not done (RFC 9457): a code for programs, a sentence with a way out for people. */
export interface Problem {
  readonly type: RefusalCode | 'Bug';
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly article?: string;
  readonly wayOut?: string; // a link or a hint where the refusal carries one
  readonly fields?: readonly Field[]; // which field, and what is wrong with it
  readonly request?: string; // the number to quote on the phone
}

/** The one place where a refusal becomes an HTTP status. */
export const STATUS = {
  NotFound: 404,
  NotAllowed: 403,
  WrongStage: 409,
  TooLate: 409,
  AgainstRule: 422,
  Stale: 412,
  NotSignedIn: 401,
  Invalid: 400,
  TooLarge: 413,
  TooMany: 429,
  Unavailable: 503,
  Uncertain: 504,
  NoSpace: 507,
} as const satisfies Record<RefusalCode, number>;

const KEPT = '您写的内容还在原来的页面上，没有丢。';

const FILE_TOO_LARGE = `这个文件超过大小上限，系统没有收下；其他已传好的文件不受影响。${KEPT}请压缩或拍得小一些再传。`;

export const fileTooLarge = () => new Refusal('TooLarge', FILE_TOO_LARGE);

/** What Fastify and its plugins say no with, in words for people. */
const SENTENCES: Record<string, readonly [RefusalCode, string]> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['Invalid', '送来的数据不是完整的 JSON，没有写入任何内容。请检查括号、引号是否成对，改好后再送。'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['Invalid', '没有收到内容，没有写入任何内容。请填写后再送。'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['Invalid', '内容在路上断了，没有写入任何内容。请再送一次。'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['Invalid', '这里只收 application/json。请在请求头里写明后再送。'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['TooLarge', `内容太长，系统没有收下。${KEPT}请分成几次提交，或者把长文作为附件上传。`],
  FST_REQ_FILE_TOO_LARGE: ['TooLarge', FILE_TOO_LARGE],
  FST_FILES_LIMIT: ['TooLarge', `文件个数超过上限，系统没有收下。${KEPT}请分几次上传。`],
  FST_PARTS_LIMIT: ['TooLarge', `填写的项数超过上限，系统没有收下。${KEPT}请分几次提交。`],
  FST_FIELDS_LIMIT: ['TooLarge', `填写的项数超过上限，系统没有收下。${KEPT}请分几次提交。`],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['Invalid', '这里收的是带文件的表单（multipart/form-data）。请用页面上的“上传”再传一次。'],
  FST_CSRF_MISSING_SECRET: ['NotAllowed', `页面放得太久了，系统不能确认是您本人提交。${KEPT}请刷新页面再提交一次。`],
  FST_CSRF_INVALID_TOKEN: ['NotAllowed', `页面放得太久了，系统不能确认是您本人提交。${KEPT}请刷新页面再提交一次。`],
  FST_ERR_BAD_URL: ['Invalid', '网址写得不对，请核对后再打开。'],
};

/** Says what may be said of an error. `undefined` for `refusal` means a bug: it stays in the log. */
export function problemOf(error: unknown, request: string): { problem: Problem; bug: boolean } {
  const say = (code: RefusalCode, title: string, more: Partial<Problem> = {}) => ({
    problem: { type: code, title, status: STATUS[code], ...more, request },
    bug: false,
  });
  const refusal = error instanceof Refusal ? error : refusalOf(error);
  if (refusal) {
    const { code, message, article } = refusal;
    const { wayOut } = refusal as { wayOut?: string };
    return say(code, message, { ...(article && { article }), ...(wayOut && { wayOut }) });
  }
  const { validation, validationContext, code = '', statusCode } = error as Partial<FastifyError>;
  if (validation) {
    const fields = fieldsOf(validation, validationContext ?? 'body');
    return say('Invalid', '填写不完整或格式不对，没有写入任何内容。', { detail: fields.map(({ says }) => says).join('；'), fields });
  }
  const known = SENTENCES[code];
  if (known) return say(...known);
  if (error instanceof SyntaxError && statusCode === 400) return say(...SENTENCES.FST_ERR_CTP_INVALID_JSON_BODY!);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return say('Invalid', '请求写得不对，没有写入任何内容。请刷新页面再试。');
  return { problem: { type: 'Bug', title: '系统出错，责任在我们，已经记录。请稍后再试；打电话时请报出编号。', status: 500, request }, bug: true };
}
