import type { FastifyInstance } from 'fastify';
import { isConcerned, loadPast, matterOf } from '#contexts/casework/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { getMatterFile, getMatterFilePdf, getMatterFileZip } from '../contract/file.ts';
import { fileName, SECTION_NAMES } from '../domain/file.ts';
import { gatherFile, type MatterFile } from '../handle/file.ts';
import { bindFile } from '../handle/file-volume.ts';
import { packFile } from '../handle/file-zip.ts';
import type { DocumentsRouteNeeds } from '../routes.ts';

const HANDLING: readonly Role[] = ['unitHead', 'unitClerk', 'petitionDeptHead'];

/** 卷宗: for archivists of the units concerned and for the handling unit; every look into it is written down, with the names that stand in it. */
export function fileRoutes(app: FastifyInstance, needs: DocumentsRouteNeeds): void {
  serve(app, getMatterFile, async ({ params, actor }) => {
    const { items, cover, remarks } = await open({ region: params.region, id: params.matter }, actor, '查看卷宗目录');
    return {
      entries: items.map(({ section, no, author, title, on }) => ({ section: SECTION_NAMES[section], no, author, title, on })),
      checks: cover.values['checks'] as { item: string; found: string }[],
      remarks: [...remarks],
    };
  });

  serve(app, getMatterFilePdf, async ({ params, actor }) => {
    const file = await open({ region: params.region, id: params.matter }, actor, '调取卷宗');
    return { name: `${nameOf(file)}.pdf`, content: bindFile(needs, file).pdf };
  });

  serve(app, getMatterFileZip, async ({ params, actor }) => {
    const subject = { region: params.region, id: params.matter };
    const file = await open(subject, actor, '导出卷宗');
    return { name: `${nameOf(file)}.zip`, content: await packFile(needs, subject, file, bindFile(needs, file).pdf, actor) };
  });

  async function open(subject: Subject, actor: Actor, purpose: string): Promise<MatterFile> {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能打开信访事项的内容。', '《个人信息保护法》第五十一条');
    const matter = matterOf(needs, await loadPast(needs, subject));
    if (!isConcerned(matter, actor.unit)) throw new Refusal('NotFound', '没有这件信访事项，或者不在本单位经手的范围内。请核对编号。');
    const handles = matter.handlingUnit === actor.unit && actor.roles.some((role) => HANDLING.includes(role));
    if (!handles && !actor.roles.includes('archivist')) throw new Refusal('NotAllowed', '卷宗由档案人员或者承办单位调取，请向本单位档案人员提出。');
    await needs.logAccess({ subject, actor, purpose, fields: 'identity' });
    return gatherFile(needs, subject, actor);
  }
}

const nameOf = ({ loaded }: MatterFile) => fileName(`卷宗-${loaded.matter.opening?.no ?? loaded.subject.id}`);
