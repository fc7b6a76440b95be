import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';
import type { AgreementForm } from './state.ts';

/** What can have happened: 调解、和解. The vocabulary of lifecycle 4.5. */
export type AgreementAction =
  | { type: 'MediationStarted'; bothConsent: true; record: Words }
  | { type: 'MediationFailed'; grounds: Words }
  | { type: 'AgreementSigned'; form: AgreementForm; bothFree: true; dueOn: { A38: PlainDate }; terms: Words }
  | { type: 'AgreementEffective'; on: PlainDate }
  | { type: 'ConfirmationApplied'; on: PlainDate; court: Words }
  | { type: 'AgreementPerformed'; asked: 'petitionerConfirms' | 'petitionerNotReached'; evidence: Words }
  | { type: 'AgreementBroken'; grounds: Words };

/** How each is told on the line of what happened. */
export const AGREEMENT_TELLINGS = {
  MediationStarted: { title: '双方同意，开始调解（办结期限不停）', shown: true, words: 'record' },
  MediationFailed: { title: '调解没有达成一致，继续办理', shown: true, words: 'grounds' },
  AgreementSigned: { title: '双方签订协议', shown: true, words: 'terms' },
  AgreementEffective: { title: '协议生效，可以共同申请司法确认', shown: true },
  ConfirmationApplied: { title: '已申请司法确认', shown: true, words: 'court' },
  AgreementPerformed: { title: '核实协议已经履行', shown: true, words: 'evidence' },
  AgreementBroken: { title: '协议没有履行，回到办理中，期限按原来的日期', shown: true, words: 'grounds' },
} as const satisfies Record<AgreementAction['type'], Telling>;
