import { TO_ADMINISTRATION } from './guide-administration.ts';
import { TO_COURTS } from './guide-courts.ts';
import type { Way } from './way.ts';

export type { Way } from './way.ts';
/** The whole guide: what leads to an administration, then what leads to a court. */
export const ROUTE_GUIDE: readonly Way[] = [...TO_ADMINISTRATION, ...TO_COURTS];

/** Printed beside every term: whoever waits for an answer to a petition may lose a right. */
export const NOT_STOPPED = '信访不影响这个期限';

export const wayOf = (code: string | undefined): Way | undefined => ROUTE_GUIDE.find((way) => way.code === code);
