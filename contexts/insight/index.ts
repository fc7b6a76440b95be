/** The front door of insight. */
export { indexMatters, type IndexNeeds } from './follower.ts';
export { closeMonths, countTerms } from './figures/follower.ts';
export { figuresRoutes } from './figures/routes.ts';
export { insightRoutes, type InsightNeeds } from './routes.ts';
export { hiders, indexOfLoaded, textRows } from './index-matter.ts';
export { putTexts, type InsightDb, type TextRow } from './store.ts';
export { figuresRebuilder, searchRebuilder } from './rebuild.ts';
