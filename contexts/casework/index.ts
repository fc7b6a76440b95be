/** The front door of casework: what other contexts may use. */
export { actOnMatters, handleMatter, matterFold, matterOf, matterStep, type Accompaniment, type Accompany, type CaseworkNeeds } from './handle.ts';
export { loadMatter, loadMatters, loadPast, loadPasts, textOf, wordsIn, type LoadedMatter } from './page/load.ts';
export { filesOfMatter, type FileKept, type FileOfMatter } from './page/files.ts';
export { offeredOf } from './domain/ways/promises/decide.ts';
export { commitmentsOf } from './domain/ways/promises/state.ts';
export { isSpent } from './domain/ways/promises/beginning.ts';
export { joint, maskedName, partiesOf, PARTY_ROLES, type Party } from './page/parties.ts';
export { draftedPublication, leftIn, publicationOf } from './page/publication.ts';
export type { PublishedText } from './domain/ways/review/publication/state.ts';
export { findByTypedNo, type NumberNeeds } from './handle/by-number.ts';
export { challengeTo } from './domain/ways/hearing/state.ts';
export { titlesOf, type Named } from './titles.ts';
export { titleOf, writtenIn } from './page/show.ts';
export {
  findAttached,
  findIntakesAttached,
  findBox,
  findByNo,
  findFurtherRefused,
  findInHandOf,
  findLate,
  findMatters,
  findOverduePromises,
  findOfIntake,
  type CaseworkDb,
  type CaseworkTables,
} from './store.ts';
export { findNobodys } from './nobodys.ts';
export { caseworkRoutes, mustBeConcerned, mustHaveRole } from './routes.ts';
export { caseworkRebuilder } from './rebuild.ts';
export { PAPERS, type DeliveryMethod, type PaperKind } from './domain/papers.ts';
export type { Classification, ClaimResult, Contact, Level, MatterAction, Opening } from './domain/actions.ts';
export { CATEGORIES, isCategory } from './domain/categories.ts';
export { KINDS, PURPOSES, type Kind, type Purpose } from './domain/kinds.ts';
export type { CommandType, MatterCommand } from './domain/commands.ts';
export { answerableOrgan, contactAt, type Matter, type Paper } from './domain/matter.ts';
export { barring } from './domain/ways/care/state.ts';
export { holderNow, newestOf } from './domain/clocks.ts';
export { mustBeDecidedToNumber } from './domain/decide/decided.ts';
export { whyNot } from './domain/decide/guard.ts';
export { organsFor } from './domain/ways/review/requesting.ts';
export { isConcerned, isRelated, performsOnly, PERMISSIONS, PETITIONER, SYSTEM } from './domain/permissions.ts';
export { FILE_ITEMS, itemsPresent, requiredItems } from './domain/archive.ts';
export { proposals } from './domain/ways/repeats/earlier.ts';
export { REPEATS } from './domain/repeats.ts';
export { membersOf, type OwnSignature } from './domain/ways/collective/state.ts';
export { isOpen, STAGES, type Stage } from './domain/stages.ts';
export { resultsNow } from './domain/ways/review/outcome.ts';
export { withdrewRecheck } from './domain/ways/withdrawal/request.ts';
export { isShown, TELLINGS, wordsTold } from './domain/timeline.ts';
export type { Organs } from './domain/organs.ts';
export { timeActs } from './timetable.ts';
export { isRecounted, recountTerms } from './rules/recount.ts';
export { concernedUnits } from './views.ts';
