/** The front door of supervision. Other contexts import from here and nowhere else. */
export { receiveComplaint, type NewComplaint, type SupervisionNeeds } from './handle.ts';
export { findComplaintsOf, type ComplaintTold } from './petitioner.ts';
export { overdueRoutes } from './overdue.ts';
export { supervisionRoutes, type SupervisionRouteNeeds } from './routes.ts';
export { supervisionKinds } from './domain/work/index.ts';
export { supervisionPapers } from './domain/work/papers.ts';
export { paperFacts } from './facts.ts';
export { announcedCalls } from './announced.ts';
export { callCounts, followCalls } from './calls.ts';
export { raiseAlarms, watchClocks } from './breaches.ts';
export { beginPeriods } from './periods.ts';
export { recountComplaints, runningComplaints } from './recount.ts';
export { complaintRebuilder, suggestionRebuilder } from './rebuild.ts';
