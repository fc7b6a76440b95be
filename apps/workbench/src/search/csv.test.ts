import { expect, it } from 'vitest';
import type { MatterRow } from '#contexts/casework/contract.ts';
import { toCsv } from './csv.ts';

const row: MatterRow = {
  region: 'qinghe',
  matter: '00000000-0000-4000-8000-000000000001',
  no: '990421-X-2026-0000001-1',
  title: '屋面“漏水”, "十年"',
  stage: 'inProgress',
  kind: 'claim',
  category: '0304',
  channel: 'letter',
  receivedOn: '2026-09-10',
};

it('导出的表照着页面写，引号、逗号不会串栏', () => {
  expect(toCsv([row]).split('\r\n')[1]).toBe(
    '"990421-X-2026-0000001-1","屋面“漏水”, ""十年""","办理中","申诉求决","城乡建设 / 物业管理与业委会","来信","2026-09-10"',
  );
});

it('标题写成公式的，表格软件不会去算', () => {
  expect(toCsv([{ ...row, title: '=HYPERLINK("x")' }])).toContain(`"'=HYPERLINK(""x"")"`);
});
