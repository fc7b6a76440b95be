import type { Readings } from '#kernel/clocks/reading.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Mark, Opening, SealedAction, Whom } from './actions.ts';

/** One accusation as it stands, from its actions alone. */
export interface SealedFile {
  readonly stage: Stage;
  readonly opening?: Opening;
  readonly desk?: string; // who triages and transfers; not always who received
  readonly accused?: { readonly unit: string; readonly whom: Whom; readonly name?: Words };
  readonly transfers: readonly Transfer[];
  readonly marks: Readonly<Partial<Record<Mark, PlainDate>>>;
  readonly clocks: Readings;
}

/** `unknown` exists for nobody; SEALED_RECEIVED is left in the act that reaches it. */
export type Stage = 'unknown' | 'received' | 'classified' | 'transferred' | 'concluded';

export const SEALED_STAGES: Readonly<Record<Stage, string>> = {
  unknown: '未登记',
  received: '待确认被反映人所在单位',
  classified: '待移送',
  transferred: '已移送，待签收',
  concluded: '已签收',
};

export interface Transfer {
  readonly to: string;
  readonly pages: number;
  readonly sealNo: string;
  readonly slipNo: string;
  readonly receiptDueOn: PlainDate | undefined;
  readonly by: string;
  readonly at: Date;
  readonly receivedAt?: Date;
  readonly refused?: { readonly at: Date; readonly reason: Words };
}

export const initial: SealedFile = { stage: 'unknown', transfers: [], marks: {}, clocks: {} };

/** The transfer that is under way or has arrived; a refused one counts for nothing any more. */
export function standingTransfer({ transfers }: Pick<SealedFile, 'transfers'>): Transfer | undefined {
  const last = transfers.at(-1);
  return last?.refused ? undefined : last;
}

/** What an action changes, its clocks aside. */
export function changesOf(file: SealedFile, action: SealedAction): Partial<SealedFile> {
  switch (action.type) {
    case 'MatterOpened': {
      const { type: _, by: __, at: ___, ...opening } = action;
      return { stage: 'received', opening, desk: opening.desk };
    }
    case 'MatterClassified': {
      const { accusedUnit: unit, whom, accused } = action;
      return { stage: 'classified', accused: { unit, whom, ...(accused && { name: accused }) } };
    }
    case 'PassedToNextPetitionDept':
      return { desk: action.to };
    case 'AccusationTransferred': {
      const { to, pages, sealNo, slipNo, told, by, at } = action;
      return { stage: 'transferred', transfers: [...file.transfers, { to, pages, sealNo, slipNo, receiptDueOn: told.A35, by: by.person, at }] };
    }
    case 'SealedReceiptConfirmed':
      return { transfers: withLast(file, { receivedAt: action.at }) };
    case 'SealedTransferRefused':
      return { stage: 'classified', transfers: withLast(file, { refused: { at: action.at, reason: action.reason } }) };
    case 'MatterConcluded':
      return { stage: 'concluded' };
    case 'DisciplineReceived':
      return {};
    default:
      return { marks: { ...file.marks, [action.type]: action.on } };
  }
}

const withLast = ({ transfers }: SealedFile, more: Partial<Transfer>) =>
  transfers.map((transfer, at) => (at === transfers.length - 1 ? { ...transfer, ...more } : transfer));
