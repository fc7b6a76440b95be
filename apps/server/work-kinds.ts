import { COORDINATION, COORDINATION_PAPERS, isConferenceDecision } from '#contexts/coordination/index.ts';
import { PRIVACY } from '#contexts/retention/index.ts';
import { supervisionKinds, supervisionPapers } from '#contexts/supervision/index.ts';
import type { WorkKinds } from '#kernel/work/kind.ts';
import type { WorkPapers } from '#kernel/work/paper.ts';

/** Every kind of work beside a matter. Another one is another line in its context. */
export const WORK_KINDS: WorkKinds = { ...COORDINATION, ...supervisionKinds(isConferenceDecision), privacy: PRIVACY };

/** The papers that they give rise to. */
export const WORK_PAPERS: WorkPapers = { ...COORDINATION_PAPERS, ...supervisionPapers };
