/** The front door of coordination: work beside matters, whoever's kind it is. */
export { COORDINATION } from './domain/kinds/index.ts';
export { COORDINATION_PAPERS } from './domain/papers.ts';
export { isConferenceDecision } from './domain/kinds/meeting.ts';
export { asSystem, handleWork, loadWork, type WorkAskedFor } from './handle/work.ts';
export type { WorkNeeds, WorkRouteNeeds } from './handle/needs.ts';
export { findAbout, findOwned, type CoordinationDb, type WorkRow } from './store.ts';
export { findLateDecisions } from './late.ts';
export { besideWork, worksAbout } from './handle/beside.ts';
export { workRebuilder } from './rebuild.ts';
export { recountWork, runningWork } from './recount.ts';
export { workRoutes } from './routes.ts';
