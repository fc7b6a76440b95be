/** 文书 of work beside matters: numbered with its steps, or written here first; sent and proven like any other. */
import { PaperList } from '../papers/PaperList.tsx';
import { usePapers } from '../papers/usePapers.ts';

export function WorkPapers({ region, work, n, today }: { region: string; work: string; n: number; today: string }) {
  const papers = usePapers({ region, matter: work });
  const { papers: issued = [], drafts = [], offers = [] } = papers.data ?? {};
  if (papers.error || issued.length + drafts.length + offers.length === 0) return null; // not everybody who sees the work has to do with its papers
  return (
    <PaperList
      place={{ region, matter: work, n, today, beside: true }}
      papers={papers}
      base={`/work/${region}/${work}`}
      offers={offers}
      aside="号连着排，取了不能退"
    />
  );
}
