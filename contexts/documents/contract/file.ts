import Type from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Region, Uuid } from '#kernel/shapes.ts';

/** 一案一档: what lies in the file of a matter, as one PDF/A, and as a ZIP that can be checked elsewhere. */

const Matter = Type.Object({ region: Region, matter: Uuid });

export const getMatterFile = {
  method: 'GET',
  says: '卷宗目录和归档检查',
  url: '/api/documents/matters/:region/:matter/file',
  params: Matter,
  reply: Type.Object({
    entries: Type.Array(
      Type.Object({
        section: Type.String({ description: '办结汇总、处理材料、交办或来信来访材料、其他' }),
        no: Type.String(),
        author: Type.String(),
        title: Type.String(),
        on: Type.String({ format: 'date' }),
      }),
    ),
    checks: Type.Array(Type.Object({ item: Type.String(), found: Type.String() })),
    remarks: Type.Array(Type.String()),
  }),
} as const satisfies Endpoint;

export const getMatterFilePdf = {
  method: 'GET',
  url: '/api/documents/matters/:region/:matter/file.pdf',
  params: Matter,
  gives: 'application/pdf',
  reply: Type.Unknown(),
} as const satisfies Endpoint;

export const getMatterFileZip = {
  method: 'GET',
  url: '/api/documents/matters/:region/:matter/file.zip',
  params: Matter,
  gives: 'application/zip',
  reply: Type.Unknown(),
} as const satisfies Endpoint;
