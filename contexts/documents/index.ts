/** The front door of documents: what other contexts may use. */
export { documentsRoutes, verificationRoutes, type DocumentsRouteNeeds } from './routes.ts';
export type { DocumentsNeeds, Pressroom, Signature } from './handle/needs.ts';
export { openPress } from './render/press.ts';
export { readSeals } from './render/seals.ts';
export { renderForm, renderReceipt, type ReceiptData } from './render/receipt.ts';
export { renderPaper, renderPending, readPaper } from './handle/render.ts';
export { startDraft, saveDraft, previewDraft, discardDraft } from './handle/drafts.ts';
export { signDraft } from './handle/sign.ts';
export { dispatchPaper, recordDelivery, reportReturned, voidPaper, deliveryReceipt } from './handle/deliver.ts';
export { accompanyPapers } from './handle/accompany.ts';
export { papersOf } from './handle/step.ts';
export { documentsRebuilder } from './rebuild.ts';
export { findVerification, findVerificationsOf } from './store.ts';
export { CATALOGUE, PAPER_CODES } from './domain/catalogue.ts';
export { documentOf, numberOf, PAPER_STAGES, papersForPetitioner, type Paper, type Papers, type PaperStage } from './domain/paper.ts';
export { METHODS, type Method } from './domain/delivery.ts';
export type { PaperCode } from './domain/kind.ts';
export type { LegalDate, Values } from './domain/field.ts';
