import type { Readings } from '#kernel/clocks/reading.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Accused } from './accused.ts';
import type { Line, Mark, Opening, SealedAction } from './actions.ts';
import { initialReports, reportsAfter, type Reports } from './reports.ts';

/** One accusation as it stands, from its actions alone. */
export interface SealedFile {
  readonly stage: Stage;
  readonly opening?: Opening;
  readonly desk?: string; // who triages and transfers; not always who received
  readonly accused?: Accused & { readonly line: Line; readonly name?: Words };
  readonly transfers: readonly Transfer[];
  readonly marks: readonly MarkMade[];
  readonly reports: Reports;
  readonly returnedAt?: Date; // it accuses nobody, and is handled as what it is
  readonly clocks: Readings;
}

/** `unknown` exists for nobody; SEALED_RECEIVED is left in the act that reaches it. */
export type Stage = 'unknown' | 'received' | 'classified' | 'transferred' | 'concluded' | 'forwarded' | 'returned';

export const SEALED_STAGES: Readonly<Record<Stage, string>> = {
  unknown: '未登记',
  received: '待确认被反映人所在单位',
  classified: '待移送',
  transferred: '已移送，待签收',
  concluded: '已签收',
  forwarded: '已转送，待签收',
  returned: '不是检举控告，已转回一般信访办理',
};

/** From the petition department to the organ with power, or from one discipline organ to the one above or below. */
export type Way = 'transfer' | 'up' | 'down';

export interface Transfer {
  readonly way: Way;
  readonly from: string;
  readonly to: string;
  readonly line: Line;
  readonly pages: number;
  readonly sealNo: string;
  readonly slipNo: string;
  readonly receiptDueOn: PlainDate | undefined;
  readonly by: string;
  readonly at: Date;
  readonly receivedAt?: Date;
  readonly higher?: boolean; // belongs to the level above (B09)
  readonly repeated?: boolean; // was made before: the reporter is not told again (B07)
  readonly refused?: { readonly at: Date; readonly reason: Words; readonly by: string; readonly noAccusation?: true };
}

export interface MarkMade {
  readonly mark: Mark | 'AccusationForwardedUp' | 'AccusationForwarded';
  readonly on: PlainDate;
  readonly unit: string;
}

export const initial: SealedFile = { stage: 'unknown', transfers: [], marks: [], reports: initialReports, clocks: {} };

/** The transfer that is under way or has arrived; a refused one counts for nothing any more. */
export function standingTransfer({ transfers }: Pick<SealedFile, 'transfers'>): Transfer | undefined {
  return transfers.findLast(({ refused }) => !refused);
}

/** The last one that somebody signed for: who has it now. */
export function lastReceipt({ transfers }: Pick<SealedFile, 'transfers'>): Transfer | undefined {
  return transfers.findLast(({ receivedAt }) => receivedAt);
}

/** Signed for, and read for the first time: nothing was done with it yet, and it came from the desk, not from another discipline organ. */
export const canBeHandedBack = ({ transfers, marks }: Pick<SealedFile, 'transfers' | 'marks'>): boolean =>
  marks.length === 0 && transfers.at(-1)?.way === 'transfer' && transfers.at(-1)?.receivedAt !== undefined;

/** Under way, and nobody has signed for it yet. */
export function pendingTransfer({ transfers }: Pick<SealedFile, 'transfers'>): Transfer | undefined {
  const last = transfers.at(-1);
  return last && !last.receivedAt && !last.refused ? last : undefined;
}

/** What an action changes, its clocks aside. */
export function changesOf(file: SealedFile, action: SealedAction): Partial<SealedFile> {
  switch (action.type) {
    case 'MatterOpened': {
      const { type: _, by: __, at: ___, ...opening } = action;
      return { stage: 'received', opening, desk: opening.desk };
    }
    case 'MatterClassified': {
      const { accusedUnit: unit, whom, also, line = 'discipline', accused } = action;
      return { stage: 'classified', accused: { unit, whom, line, ...(also && { also }), ...(accused && { name: accused }) } };
    }
    case 'PetitionerCodeReplaced': {
      const { opening } = file;
      const others = opening?.codes?.filter(({ hmac }) => !action.from.includes(hmac)) ?? [];
      return opening ? { opening: { ...opening, codes: [...others, action.code] } } : {};
    }
    case 'PassedToNextPetitionDept':
      return { desk: action.to };
    case 'AccusationTransferred': {
      const { to, line = 'discipline', told, by, at, ...packet } = action;
      return { stage: 'transferred', transfers: [...file.transfers, sent('transfer', file.desk ?? by.unit, { ...packet, to, line, by, at, due: told.A35 })] };
    }
    case 'SealedReceiptConfirmed': {
      const { at: receivedAt, higher = false, repeated = false } = action;
      return { stage: 'concluded', transfers: withLast(file, { receivedAt, higher, repeated }) };
    }
    case 'SealedTransferRefused':
      return file.stage === 'concluded'
        ? { stage: 'classified', transfers: handedBack(file, refusedBy(action)) }
        : { stage: lastReceipt(file) ? 'concluded' : 'classified', transfers: withLast(file, { refused: refusedBy(action) }) };
    case 'AccusationReturned':
      return { stage: 'returned', returnedAt: action.at };
    case 'AccusationForwardedUp':
    case 'AccusationForwarded':
      return forwarded(file, action);
    case 'AccusationAccepted':
    case 'ReporterNotified':
    case 'AccusationHandled':
    case 'SealedFeedbackRecorded':
      return { marks: [...file.marks, { mark: action.type, on: action.on, unit: holderOf(file) }] };
    case 'CadreProblemFlagged':
    case 'MajorCadreProblemFlagged':
    case 'CadreReportSent':
    case 'MajorCadreReportSent':
    case 'CadreReportReceived':
      return { reports: reportsAfter(file.reports, action) };
    default:
      return {};
  }
}

/** Without an organ of the directory it left on paper: only that it did, and on which day. */
function forwarded(file: SealedFile, action: Extract<SealedAction, { type: 'AccusationForwardedUp' | 'AccusationForwarded' }>): Partial<SealedFile> {
  const { type, on, to, pages = 0, sealNo = '', slipNo = '', by, at } = action;
  const from = holderOf(file);
  const marks = [...file.marks, { mark: type, on, unit: from }];
  if (!to) return { marks };
  const way = type === 'AccusationForwardedUp' ? 'up' : 'down';
  return {
    marks,
    stage: 'forwarded',
    transfers: [...file.transfers, sent(way, from, { to, line: 'discipline', pages, sealNo, slipNo, by, at, due: undefined })],
  };
}

type Sending = Pick<Transfer, 'to' | 'line' | 'pages' | 'sealNo' | 'slipNo' | 'at'> & {
  readonly by: { readonly person: string };
  readonly due: PlainDate | undefined;
};

const sent = (way: Way, from: string, { by, due, to, line, pages, sealNo, slipNo, at }: Sending): Transfer => ({
  way,
  from,
  to,
  line,
  pages,
  sealNo,
  slipNo,
  receiptDueOn: due,
  by: by.person,
  at,
});

const refusedBy = ({ at, reason, by, noAccusation }: Extract<SealedAction, { type: 'SealedTransferRefused' }>) => ({
  at,
  reason,
  by: by.person,
  ...(noAccusation && { noAccusation }),
});

const holderOf = (file: SealedFile) => lastReceipt(file)?.to ?? file.desk ?? '';

/** As if it had not been signed for: the desk has the words again, and whoever had signed has them no more. */
const handedBack = ({ transfers }: SealedFile, refused: NonNullable<Transfer['refused']>): Transfer[] =>
  transfers.map((transfer, at) => {
    if (at !== transfers.length - 1) return transfer;
    const { receivedAt: _, ...rest } = transfer;
    return { ...rest, refused };
  });

const withLast = ({ transfers }: SealedFile, more: Partial<Transfer>) =>
  transfers.map((transfer, at) => (at === transfers.length - 1 ? { ...transfer, ...more } : transfer));
