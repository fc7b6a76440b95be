import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Region, Uuid } from '#kernel/shapes.ts';

/** What was handed in with a matter: what came with it, what of a mixed letter a person released for it, and what was sent later. */
const MatterParams = { region: Region, matter: Uuid };

export const MatterFile = Type.Object({
  index: Type.Integer(),
  name: Type.String(),
  type: Type.String(),
  bytes: Type.Integer(),
  on: Type.String({ format: 'date' }),
  later: Type.Boolean({ description: '后来补充的；否则是随来件收到的' }),
  by: Type.String({ description: '谁添的：信访人，或者单位和人' }),
  byOffice: Type.Boolean({ description: '单位添的，起草文书时可以勾选为附件' }),
  sha256: Type.String({ description: '文书的附件凭它指着这个文件' }),
});
export type MatterFile = Static<typeof MatterFile>;

/** 本件的附件清单，给经手本件的单位看。 */
export const listMatterFiles = {
  method: 'GET',
  url: '/api/intake/matters/:region/:matter/files',
  params: Type.Object(MatterParams),
  reply: Type.Array(MatterFile),
} as const satisfies Endpoint;

/** 打开本件的一个附件；打开即留痕。 */
export const getMatterFile = {
  method: 'GET',
  url: '/api/intake/matters/:region/:matter/files/:index',
  params: Type.Object({ ...MatterParams, index: Type.Integer({ minimum: 0 }) }),
  gives: 'application/octet-stream',
  reply: Type.Any(),
} as const satisfies Endpoint;

/** 办理单位给本件传一个附件：按内容核对、去掉照片里的位置、加密存好；“补充材料”办成以前，它还不属于本件。 */
export const uploadMatterFile = {
  method: 'POST',
  url: '/api/intake/matters/:region/:matter/files',
  upload: true,
  says: '给本件传一个附件',
  params: Type.Object(MatterParams),
  reply: Type.Object({ id: Type.String(), name: Type.String(), type: Type.String(), bytes: Type.Integer() }),
} as const satisfies Endpoint;
