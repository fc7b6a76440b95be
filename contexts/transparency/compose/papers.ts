import { PAPERS, loadPast } from '#contexts/casework/index.ts';
import { CATALOGUE, papersOf, type DocumentsNeeds, type Paper } from '#contexts/documents/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { readWords } from '#platform/words.ts';
import type { PublicPaper } from '../domain/progress.ts';

const THEIRS: ReadonlySet<string> = new Set(Object.values(PAPERS).map(({ code }) => code));

/** The papers that have gone out to the petitioner, each with the key of its file; the newest first. */
export async function publicPapers(needs: Pick<DocumentsNeeds, 'db' | 'keys'> & Parameters<typeof loadPast>[0], subject: Subject): Promise<PublicPaper[]> {
  const papers = Object.values(papersOf(await loadPast(needs, subject)).all).filter(({ code, dispatchedOn }) => THEIRS.has(code) && dispatchedOn);
  const files = papers.flatMap(({ rendering }) => (rendering ? [{ region: subject.region, id: rendering.file.id }] : []));
  const texts = await readWords(needs.db.sql, needs.keys, files);
  return papers.map((paper) => publicPaper(subject, paper, texts.get(paper.rendering?.file.id ?? ''))).sort((one, other) => (one.on < other.on ? 1 : -1));
}

function publicPaper({ id }: Subject, { document, code, number, dispatchedOn, rendering, method, stage }: Paper, file: string | undefined): PublicPaper {
  const opened = file && rendering ? { ...(JSON.parse(file) as { blob: string; key: string }), bytes: rendering.bytes } : undefined;
  return {
    title: CATALOGUE[code].name,
    ...(number && { no: number }),
    on: dispatchedOn!,
    ...(rendering && { pages: rendering.pages }),
    ...(opened && { file: opened }),
    ...(method === 'queryCode' && stage === 'dispatched' && { opens: 'receipt' as const }),
    document,
    subject: id,
  };
}
