/** The front door of retention: a person's own data, and how long anything is kept. */
export { PRIVACY, type Wish } from './domain/privacy.ts';
export { findPrivacyOf, type PrivacyTold } from './petitioner.ts';
export { planRetention, type PlanNeeds } from './follower.ts';
export { eraseExpired, type EraseNeeds } from './erase.ts';
export { keptFor, readSchedule } from './schedule.ts';
export { sweepTraces, traceUntil } from './traces.ts';
export { retentionRoutes, type RetentionRouteNeeds } from './routes.ts';
