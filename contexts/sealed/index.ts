/** The front door of the sealed line: how something gets in, and what the process that keeps it needs. Nothing leads out. */
export { passOnCode, sealAway, type Accusation, type SealAwayNeeds } from './handle/seal-away.ts';
export { takeInbox } from './handle/take.ts';
export { findKeptBlobs } from './handle/kept-blobs.ts';
export { sealedRebuilder, type SealedRebuildNeeds } from './rebuild.ts';
export { sealedDatabase, type SealedNeeds } from './handle.ts';
export type { PaperFacts, PaperValues } from './handle/papers.ts';
export { recountSealed } from './handle/recount.ts';
export { sealedRoutes } from './routes.ts';
export { SEALED_ENDPOINTS } from './contract.ts';
