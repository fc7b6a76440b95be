import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPdf } from '../../scripts/check-pdf.ts';
import { cloneDatabase } from '../../test/database.ts';
import { actor, newMatter, paperNeeds } from '../../test/papers.ts';
import { itNeeding } from '../../test/programs.ts';
import { at, UNITS } from '../../test/stories.ts';
import { writeDrawn } from './domain/drawn.ts';
import { deliveryReceipt, dispatchPaper, recordDelivery } from './handle/deliver.ts';
import { startDraft } from './handle/drafts.ts';
import { renderPaper } from './handle/render.ts';
import { signDraft } from './handle/sign.ts';
import { openPress } from './render/press.ts';
import { SAMPLES } from './render/samples.ts';
import { setSpecimen } from './render/specimen.ts';

let needs: Awaited<ReturnType<typeof paperNeeds>>;
let open: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  open = await cloneDatabase();
  needs = await paperNeeds(open());
});
const folder = mkdtempSync(join(tmpdir(), 'huiyin-drawn-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = actor(UNITS.housing);
const DRAWN = writeDrawn([
  [
    [120, 200],
    [300, 90],
    [420, 260],
  ],
  [
    [520, 80],
    [560, 330],
    [760, 240],
  ],
]);

describe('手写屏上的签名', () => {
  it('当面送达：签名代替扫描件，印在送达回证上；库里没有一笔是明文', async () => {
    const subject = await newMatter(needs, 'handling');
    needs.clock.now = at('2026-08-20');
    const { draft, version } = await startDraft(needs, subject, { code: 'F07' }, head);
    const { no } = await signDraft(needs, subject, { draft, version }, head);
    await renderPaper(needs, subject, no);
    await dispatchPaper(needs, subject, no, { method: 'direct', evidence: { deliverer: '李兰', place: '翠屏小区3号楼' }, actor: head });
    const received = { on: '2026-08-20', actor: head } as const;
    for (const drawn of ['1,1 900,300', 'agreed|5,5 6,6'])
      await expect(recordDelivery(needs, subject, no, { ...received, evidence: { signedBy: '张𬭚' }, drawn })).rejects.toThrow('没有签完整，或者没有勾选同意');
    await expect(recordDelivery(needs, subject, no, { ...received, evidence: { signedBy: '张𬭚', drawn: DRAWN } })).rejects.toThrow('签名的扫描件或照片');

    const before = (await deliveryReceipt(needs, subject, no, head)).length;
    await recordDelivery(needs, subject, no, { ...received, evidence: { signedBy: '张𬭚' }, drawn: DRAWN });
    const receipt = await deliveryReceipt(needs, subject, no, head);
    expect(receipt.length).not.toBe(before);

    const { rows } = await sql<{
      found: string;
    }>`select count(*)::text as found from history.action where data::text like '%agreed|%' or data::text like '%120,200%'`.execute(open('postgres').sql);
    expect(rows[0]?.found).toBe('0');
  });

  itNeeding(
    'qpdf',
    'pdfinfo',
    'pdftotext',
  )('口头记录、调查笔录、撤回申请也能签；仍是 PDF/A-2a', () => {
    const press = openPress();
    for (const [code, field] of [
      ['F01', 'oralSignature'],
      ['F17', 'signature'],
      ['F27', 'drawn'],
      ['F43', 'signature'],
    ] as const) {
      const plain = setSpecimen(press, code).pdf;
      const { pdf } = setSpecimen(press, code, { ...SAMPLES[code], [field]: DRAWN });
      expect(pdf.equals(plain), code).toBe(false);
      const path = join(folder, `${code}.pdf`);
      writeFileSync(path, pdf);
      expect(checkPdf(path).faults, code).toEqual([]);
    }
  });
});
