import { PAPERS, type LoadedMatter } from '#contexts/casework/index.ts';
import { CATALOGUE, enclosedWith, papersOf, type Paper } from '#contexts/documents/index.ts';
import type { PublicPaper } from '../domain/progress.ts';

const THEIRS: ReadonlySet<string> = new Set(Object.values(PAPERS).map(({ code }) => code));

/** The papers that have gone out to the petitioner, each with the key of its file and of what was enclosed; the newest first. */
export function publicPapers(loaded: LoadedMatter): PublicPaper[] {
  const papers = Object.values(papersOf(loaded.past).all).filter(({ code, dispatchedOn }) => THEIRS.has(code) && dispatchedOn);
  return papers.map((paper) => publicPaper(loaded, paper)).sort((one, other) => (one.on < other.on ? 1 : -1));
}

function publicPaper(loaded: LoadedMatter, paper: Paper): PublicPaper {
  const { document, code, number, dispatchedOn, rendering, method, stage } = paper;
  const file = rendering && loaded.texts.get(rendering.file.id);
  const opened = file ? { ...(JSON.parse(file) as { blob: string; key: string }), bytes: rendering.bytes } : undefined;
  const opens = method === 'queryCode' && (stage === 'dispatched' || stage === 'unproven'); // posted long ago and opened now: received now
  const enclosed = enclosedWith(loaded, paper).map(({ name, type, blob, key, bytes }) => ({ name, type, file: { blob, key, bytes } }));
  return {
    title: CATALOGUE[code].name,
    ...(number && { no: number }),
    on: dispatchedOn!,
    ...(rendering && { pages: rendering.pages }),
    ...(opened && { file: opened }),
    ...(opens && { opens: 'receipt' as const }),
    ...(enclosed.length > 0 && (opens ? { enclosures: enclosed.length } : { enclosed })), // what counts as received when opened shows nothing of itself before
    document,
    subject: loaded.subject.id,
  };
}
