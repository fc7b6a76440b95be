/** The front door of intake: what other contexts may use. */
export { intakeStep, intakeOf, loadIntake, type IntakeNeeds, type LoadedIntake, type SealedPart } from './handle.ts';
export { registrationOf } from './handle/registration.ts';
export { registerIntake, type Arrived, type Registered } from './handle/register.ts';
export { accompanySealing } from './handle/seal-matter.ts';
export { openMatters, type Opened } from './handle/open.ts';
export type { Part } from './handle/matters.ts';
export { takeGivenCodes } from './handle/given-codes.ts';
export { takeReturned } from './handle/returned.ts';
export { takeFromPortal } from './handle/take.ts';
export { intakeRoutes } from './routes.ts';
export type { IntakeRouteNeeds } from './routes/needs.ts';
export type { Intake, IntakeAction } from './domain/intake.ts';
export { keysOfCode, newQueryCode, readCode, showCode } from './portal/code.ts';
export { openCodeStock } from './portal/code-stock.ts';
// A group: the code with which one joins, and each member's own.
export { joinCodeOf, memberCodeOf, memberOf } from './roster/codes.ts';
export { followRoster } from './roster/follow.ts';
export { codeBehind, endMemberCode, giveMemberCode } from './roster/membership.ts';
export type { Site } from './portal/domain/site.ts';
// The portal's side: filing, what the office takes in of it, and the codes.
export { boxKeysOf, closeFor, openFrom, type BoxKeysOf } from './portal/box.ts';
export { prefixOf } from './portal/code.ts';
export { filingRoutes } from './portal/routes/index.ts';
export type { FilingNeeds } from './portal/needs.ts';
export type { Frame } from './portal/domain/frame.ts';
export type { FilingPage } from './portal/domain/pages.ts';
export type { Call, OpenCall } from './portal/domain/call.ts';
export { frameOf } from './portal/frame.ts';
export { codesOf, deleteExpiredCodes, deleteTakenArrivals, dropReceipt, type CodeRow } from './portal/store.ts';
export { findReceiptOf } from './portal/submit.ts';
export { sweepDrafts } from './portal/drafts.ts';
export { openFile } from './portal/uploads.ts';
export { sweepUploads, withFiles } from './tickets.ts';
export { bytesOf, receiveFiles } from './portal/receive.ts';
export { ROOM, shareOf, type RoomLimits } from './portal/room.ts';
export { textOf, textsOf, type Form } from './portal/form.ts';
export { fits, phoneProblem } from './portal/domain/problems.ts';
export { whereFrom, type Desk as FilingDesk } from './portal/routes/desk.ts';
export type { Receipt } from './portal/domain/filing.ts';
export { forgetMarks } from './store.ts';
export { recountIntakes } from './recount.ts';
export { intakeRebuilder } from './rebuild.ts';
// Files from elsewhere.
export { openLoader, type LoadedIndex, type Loader } from './import/loader.ts';
export { portionsOf, takePortion, type Importing, type Portion } from './import/run.ts';
export { openTable, type SourceRow, type Table } from './import/table.ts';
export { guessMapping, IMPORT_FIELDS, IMPORT_NAMES, Mapping } from './import/fields.ts';
export { writeCsvLine } from './import/csv.ts';
