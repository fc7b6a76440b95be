/** The sealed line over HTTP. Served by a process of its own, behind the office's port. */
import type { Endpoint } from '#kernel/endpoint.ts';
import * as acts from './contract/acts.ts';
import * as file from './contract/file.ts';
import * as inspectorate from './contract/inspectorate.ts';
import * as reports from './contract/reports.ts';

export * from './contract/acts.ts';
export * from './contract/file.ts';
export * from './contract/inspectorate.ts';
export * from './contract/reports.ts';

const isEndpoint = (each: object): each is Endpoint => 'url' in each;

/** What the office's port passes on: it describes them, and answers none. */
export const SEALED_ENDPOINTS: readonly Endpoint[] = [acts, file, inspectorate, reports].flatMap((part) =>
  (Object.values(part) as object[]).filter(isEndpoint),
);
