import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';
import type { AgreementForm } from './state.ts';

/** What can have happened: 调解、和解. The vocabulary of lifecycle 4.5; who of a group agreed for themselves stands beside it, and is told to nobody. */
export type AgreementAction =
  | { type: 'MediationStarted'; bothConsent: true; record: Words }
  | { type: 'MediationFailed'; grounds: Words }
  | { type: 'AgreementOffered'; form: AgreementForm; offer: number; until: PlainDate; terms: Words } // beside the vocabulary: put to each member of a group
  | { type: 'MemberAgreed'; member: string; offer: number }
  | { type: 'MemberDidNotAgree'; member: string; offer: number }
  | {
      type: 'AgreedBySome';
      form: AgreementForm;
      members: readonly string[];
      part: string;
      agreed: number;
      staying: number;
      othersAsked: boolean;
      terms: Words;
      written?: Words;
      instrument?: string;
      scan?: Words;
    }
  | {
      type: 'AgreementSigned';
      form: AgreementForm;
      bothFree: true;
      dueOn: { A38: PlainDate };
      performingUnit?: string;
      terms: Words;
      written?: Words;
      instrument?: string;
      scan?: Words;
    }
  | { type: 'AgreementEffective'; on: PlainDate }
  | { type: 'ConfirmationApplied'; on: PlainDate; court: Words }
  | { type: 'AgreementPerformed'; asked: 'petitionerConfirms' | 'petitionerNotReached'; evidence: Words }
  | { type: 'AgreementBroken'; grounds: Words };

/** How each is told on the line of what happened. */
export const AGREEMENT_TELLINGS = {
  MediationStarted: { title: '双方同意，开始调解（办结期限不停）', shown: true, words: 'record' },
  MediationFailed: { title: '调解没有达成一致，继续办理', shown: true, words: 'grounds' },
  AgreementOffered: { title: '协议内容送共同提出的各人答复，各人只答复自己的一份', shown: true, words: 'terms' },
  MemberAgreed: { title: '一名成员自己同意协议', shown: false },
  MemberDidNotAgree: { title: '一名成员不同意协议', shown: false },
  AgreedBySome: { title: '不是每个人都同意协议：协议只算签了的、同意了的人，其余的人照常办理', shown: true, words: 'terms', shownWords: false },
  AgreementSigned: { title: '双方签订协议', shown: true, words: 'terms' },
  AgreementEffective: { title: '协议生效，可以共同申请司法确认', shown: true },
  ConfirmationApplied: { title: '已申请司法确认', shown: true, words: 'court' },
  AgreementPerformed: { title: '核实协议已经履行', shown: true, words: 'evidence' },
  AgreementBroken: { title: '协议没有履行，回到办理中，期限按原来的日期', shown: true, words: 'grounds' },
} as const satisfies Record<AgreementAction['type'], Telling>;
