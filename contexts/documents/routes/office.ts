import type { FastifyInstance } from 'fastify';
import { isConcerned, loadPast, matterOf } from '#contexts/casework/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { wholeFile } from '#platform/http/whole-file.ts';
import * as contract from '../contract/office.ts';
import { CATALOGUE, PAPER_CODES } from '../domain/catalogue.ts';
import { PAPER_PERMISSIONS } from '../domain/permissions.ts';
import { hasWords } from '../domain/words.ts';
import { fillForm, FORM_FIELDS, keepForm, listForms } from '../handle/forms.ts';
import { previewWords, saveWords, startUsing, stopUsing } from '../handle/words.ts';
import type { DocumentsRouteNeeds } from '../routes.ts';
import { findInUse, findWords, findWordsActs, type OfficeDb } from '../store-words.ts';

const DECIDE: readonly Role[] = ['unitHead', 'petitionDeptHead'];

/** Each unit edits its own words and forms; who drafts may write a version, the head puts it into use. */
export function officeRoutes(app: FastifyInstance, needs: DocumentsRouteNeeds): void {
  const db = needs.db.sql as OfficeDb;

  serve(app, contract.listOfficeWords, async ({ actor }) => {
    mustDraft(actor);
    const acts = await findWordsActs(db, actor.unit);
    return PAPER_CODES.filter(hasWords).map((code) => {
      const own = acts.filter((one) => one.code === code);
      const used = own.findLast(({ act }) => act === 'used' || act === 'stopped');
      return { code, name: CATALOGUE[code].name, inUse: used?.version || null, newest: own.findLast(({ act }) => act === 'saved')?.version ?? null };
    });
  });

  serve(app, contract.getOfficeWords, async ({ params: { code }, actor }) => {
    mustDraft(actor);
    const [versions, acts, inUse] = await Promise.all([findWords(db, actor.unit, code), findWordsActs(db, actor.unit, code), findInUse(db, actor.unit, code)]);
    const seen = new Set(acts.filter(({ act }) => act === 'previewed').map(({ version }) => version));
    return {
      inUse: inUse ?? null,
      versions: versions.map(({ version, opening, closing, contact, appendix, note, saved_by, saved_at }) => ({
        ...{ version, opening, closing, contact, appendix, note, previewed: seen.has(version) },
        ...{ savedBy: needs.personOf(saved_by), savedAt: saved_at.toISOString() },
      })),
      history: acts.map(({ act, version, person, at }) => ({ act, version, by: needs.personOf(person), at: at.toISOString() })).reverse(),
    };
  });

  serve(app, contract.saveOfficeWords, async ({ params: { code }, body, actor }) => {
    mustDraft(actor);
    return { version: await saveWords(needs, code, body, actor) };
  });

  serve(app, contract.useOfficeWords, async ({ params: { code }, body: { version }, actor }) => {
    if (!actor.roles.some((role) => DECIDE.includes(role))) throw new Refusal('NotAllowed', '启用、停用单位用语由单位负责人决定，请送负责人。');
    if (version === 0) await stopUsing(needs, code, actor);
    else await startUsing(needs, code, version, actor);
    return { inUse: (await findInUse(db, actor.unit, code)) ?? null };
  });

  serve(app, contract.previewOfficeWords, async ({ params: { code, version }, actor }) => {
    mustDraft(actor);
    return { name: '样张.pdf', content: await previewWords(needs, code, version, actor), show: true };
  });

  serve(app, contract.listOfficeForms, async ({ actor }) => {
    mustDraft(actor);
    const forms = await listForms(needs, actor.unit);
    return {
      fields: Object.entries(FORM_FIELDS).map(([name, meaning]) => ({ name, meaning })),
      forms: forms.map(({ name, version, fields, saved_by, saved_at }) => {
        const asked = fields.split('\n').filter((one) => one);
        return {
          name,
          version,
          fields: asked,
          unknown: asked.filter((one) => !(one in FORM_FIELDS) && !(`#${one}` in FORM_FIELDS)),
          savedBy: needs.personOf(saved_by),
          savedAt: saved_at.toISOString(),
        };
      }),
    };
  });

  serve(app, contract.uploadOfficeForm, async ({ query: { name }, actor, request }) => {
    mustDraft(actor);
    const part = await request.file();
    if (!part) throw new Refusal('Invalid', '没有收到文件，请重新选择。');
    const { version, fields, unknown } = await keepForm(needs, name.trim(), await wholeFile(part), actor);
    return { version, fields: [...fields], unknown: [...unknown] };
  });

  serve(app, contract.fillOfficeForm, async ({ params, query: { name }, actor }) => {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能打开信访事项的内容。', '《个人信息保护法》第五十一条');
    mustDraft(actor);
    const subject = { region: params.region, id: params.matter };
    if (!isConcerned(matterOf(needs, await loadPast(needs, subject)), actor.unit))
      throw new Refusal('NotFound', '没有这件信访事项，或者不在本单位经手的范围内。请核对编号。');
    await needs.logAccess({ subject, actor, purpose: '填写单位表格', fields: 'identity' });
    return { name: `${name}.docx`, content: await fillForm(needs, subject, name, actor) };
  });
}

function mustDraft({ roles }: Actor): void {
  if (!roles.some((role) => (PAPER_PERMISSIONS.draft as readonly Role[]).includes(role)))
    throw new Refusal('NotAllowed', '您的岗位不起草文书，不能编辑单位用语和表格。请交本单位的承办人或者负责人编辑。');
}
