import type { ClaimRoute } from '../../kinds.ts';

/**
 * The route guide (第三十一条): for what people really bring, which procedure,
 * which organ, within which term. For the clerk who routes and for everybody
 * on the portal. T: compared with the text (guide-texts.ts says which, and
 * when). M: not, or the text does not say it: it is shown as to be confirmed,
 * never as law.
 */
export interface Way {
  readonly code: string;
  readonly claim: string; // as people say it
  readonly route: Exclude<ClaimRoute, 'petitionProcedure'>;
  readonly procedure: string;
  readonly organ: string;
  readonly term: string;
  readonly article: string;
  readonly mark: 'T' | 'M';
}
