import { COORDINATION, isConferenceDecision } from '#contexts/coordination/index.ts';
import { PRIVACY } from '#contexts/retention/index.ts';
import { supervisionKinds } from '#contexts/supervision/index.ts';
import type { WorkKinds } from '#kernel/work/kind.ts';

/** Every kind of work beside a matter. Another one is another line in its context. */
export const WORK_KINDS: WorkKinds = { ...COORDINATION, ...supervisionKinds(isConferenceDecision), privacy: PRIVACY };
