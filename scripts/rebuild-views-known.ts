/** Every view that can be made anew from history. A context that writes a rebuilder is listed here, else `npm run rebuild-views` would leave its rows as they were. */
import type { StaffNeeds } from '#apps/server/needs.ts';
import { caseworkRebuilder } from '#contexts/casework/index.ts';
import { workRebuilder } from '#contexts/coordination/index.ts';
import { documentsRebuilder } from '#contexts/documents/index.ts';
import { evaluationRebuilder } from '#contexts/evaluation/index.ts';
import { figuresRebuilder, searchRebuilder } from '#contexts/insight/index.ts';
import { intakeRebuilder } from '#contexts/intake/index.ts';
import { sealedRebuilder, type SealedRebuildNeeds } from '#contexts/sealed/index.ts';
import { complaintRebuilder, suggestionRebuilder } from '#contexts/supervision/index.ts';
import type { Rebuilder } from '#platform/views-rebuild.ts';

export const REBUILDERS: readonly Rebuilder<StaffNeeds>[] = [
  caseworkRebuilder,
  documentsRebuilder,
  evaluationRebuilder,
  workRebuilder,
  intakeRebuilder,
  complaintRebuilder,
  suggestionRebuilder,
  figuresRebuilder,
  searchRebuilder,
];

/** From the history of the sealed line, in its own role. */
export const SEALED_REBUILDERS: readonly Rebuilder<SealedRebuildNeeds>[] = [sealedRebuilder];
