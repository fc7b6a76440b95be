import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Reads PDFs back with other people's programs (qpdf, poppler) and says what is
 * wrong with them as papers to keep: PDF/A-2a, tagged, every face inside,
 * nothing that runs. `node scripts/check-pdf.ts FILE…` ends with 1 if anything is.
 */
export interface Read {
  readonly faults: readonly string[];
  readonly words: string; // as pdftotext reads them, in the order of the content
  readonly pages: number;
  readonly fonts: readonly string[];
}

type Dictionary = Readonly<Record<string, unknown>>;

export function checkPdf(path: string): Read {
  const faults: string[] = [];
  const must = (fine: boolean, fault: string) => void (fine || faults.push(fault));

  must(readFileSync(path).subarray(0, 8).toString('latin1') === '%PDF-1.7', 'not PDF 1.7');
  const checked = run('qpdf', ['--check', path]);
  must(checked.status === 0 && /No syntax or stream encoding errors/.test(checked.stdout), `qpdf --check: ${checked.stdout}${checked.stderr}`.trim());

  const objects = objectsOf(path);
  const dictionaries = Object.values(objects)
    .map(dictionaryOf)
    .filter((one) => one !== undefined);
  const catalog = dictionaries.find((one) => one['/Type'] === '/Catalog') ?? {};
  must((catalog['/MarkInfo'] as Dictionary | undefined)?.['/Marked'] === true && '/StructTreeRoot' in catalog, 'not tagged');
  must(/^u:zh/.test(String(catalog['/Lang'])), 'document language is not Chinese');
  must('/OutputIntents' in catalog && dictionaries.some((one) => one['/S'] === '/GTS_PDFA1' && '/DestOutputProfile' in one), 'no output intent');
  must(!('/Encrypt' in (dictionaryOf(objects['trailer']) ?? {})), 'encrypted');
  for (const key of ['/JS', '/JavaScript', '/Launch', '/EmbeddedFiles', '/AA', '/XFA'])
    must(!dictionaries.some((one) => key in one || one['/S'] === key), `holds ${key}`);

  const info = run('pdfinfo', [path]).stdout;
  must(/^Tagged:\s+yes$/m.test(info), 'pdfinfo: not tagged');
  must(/^JavaScript:\s+no$/m.test(info), 'pdfinfo: JavaScript');
  must(/^Title:\s+\S/m.test(info), 'no title');
  const metadata = run('pdfinfo', ['-meta', path]).stdout;
  must(/<pdfaid:part>2<\/pdfaid:part>/.test(metadata) && /<pdfaid:conformance>A<\/pdfaid:conformance>/.test(metadata), 'XMP does not say PDF/A-2a');

  const fonts = dictionaries.filter((one) => one['/Type'] === '/FontDescriptor');
  for (const font of fonts) must('/FontFile2' in font || '/FontFile3' in font, `${String(font['/FontName'])} is not embedded`);
  for (const font of dictionaries.filter((one) => one['/Type'] === '/Font' && one['/Subtype'] === '/Type0'))
    must('/ToUnicode' in font, `${String(font['/BaseFont'])} has no way back to characters`);

  const words = run('pdftotext', ['-raw', path, '-']).stdout;
  return {
    faults,
    words,
    pages: Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1] ?? 0),
    fonts: fonts.map((font) => String(font['/FontName']).replace(/^\/\w{6}\+/, '')),
  };
}

function objectsOf(path: string): Readonly<Record<string, unknown>> {
  const { qpdf } = JSON.parse(run('qpdf', ['--json=2', path]).stdout) as { qpdf: [unknown, Readonly<Record<string, unknown>>] };
  return qpdf[1];
}

function dictionaryOf(object: unknown): Dictionary | undefined {
  const { value, stream } = (object ?? {}) as { value?: unknown; stream?: { dict?: unknown } };
  const found = stream?.dict ?? value;
  return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as Dictionary) : undefined;
}

function run(program: string, parameters: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (error) throw new Error(`${program} is missing: ${error.message}`);
  return { status, stdout, stderr };
}

if (import.meta.main) {
  const read = process.argv.slice(2).map((path) => ({ path, ...checkPdf(path) }));
  for (const { path, faults, pages, fonts } of read)
    console.log(`${path}: ${faults.length === 0 ? `fine, ${pages} pages, ${fonts.join(', ')}` : faults.join('; ')}`);
  if (read.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}
