/** The front door of transparency: what is published, and what its readers have said. */
export { portalErrorPage, portalRoutes, sweepPortal } from './portal.ts';
export type { PortalNeeds } from './needs.ts';
export { deleteExpired, deleteRefusals, deleteSaid } from './store.ts';
export { publishIntake, publishProgress, type PublishNeeds } from './follower.ts';
export { takeMessages, type Handlers, type Taken, type TakeMessagesNeeds } from './take.ts';
export { siteOf } from './sites.ts';
export { keysForEnglish, readEnglish, type English } from './english.ts';
export type { Message, MessageKind, Rating } from './domain/messages.ts';
export { deleteOverRechecks, publishRechecks } from './rechecks.ts';
export { publishNotices, type NoticeNeeds } from './notices.ts';
export { copyPdfWith } from './copy-pdf.ts';
export { receiptPdfWith } from './receipt-pdf.ts';
