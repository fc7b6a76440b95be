import type { ClaimRoute } from '../../kinds.ts';
import { TO_ADMINISTRATION } from './guide-administration.ts';
import { TO_COURTS } from './guide-courts.ts';

/**
 * The route guide (第三十一条): for what people really bring, which procedure,
 * which organ, within which term. For the clerk who routes and for everybody
 * on the portal. A term marked M was not checked against the text: it is shown
 * as to be confirmed, never as law.
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

export const ROUTE_GUIDE: readonly Way[] = [...TO_ADMINISTRATION, ...TO_COURTS];

/** Printed beside every term: whoever waits for an answer to a petition may lose a right. */
export const NOT_STOPPED = '信访不影响这个期限';

export const wayOf = (code: string | undefined): Way | undefined => ROUTE_GUIDE.find((way) => way.code === code);
