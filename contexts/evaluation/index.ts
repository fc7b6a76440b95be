/** The front door of evaluation. */
export { closeWindows, evaluate, evaluationOf, loadEvaluation, openOnDelivery, type Said } from './handle.ts';
export { callerOf } from './domain/calls.ts';
export { evaluationRebuilder } from './rebuild.ts';
export { MOST_RATINGS } from './domain/decide.ts';
export type { Evaluation, EvaluationAction, Grade } from './domain/evaluation.ts';
export { evaluationRoutes } from './routes.ts';
