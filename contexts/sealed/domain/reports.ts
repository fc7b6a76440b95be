import type { Words } from '#kernel/decider.ts';
import type { ReportKind, ReportPost, ReportRecipient, SealedAction } from './actions.ts';

/** What 第三十条第二款 asks besides the transfer: problems of cadres told to the organisation department, major ones to two leaders. */
export interface Reports {
  readonly owed: Readonly<Partial<Record<ReportKind, Date>>>; // flagged then, and not sent yet
  readonly sent: readonly CadreReport[];
}

export interface CadreReport {
  readonly kind: ReportKind;
  readonly recipients: readonly ReportRecipient[];
  readonly said: Words;
  readonly pages: number;
  readonly sealNo: string;
  readonly no: string;
  readonly by: string;
  readonly unit: string; // the desk that sent it
  readonly at: Date;
  readonly received: Readonly<Partial<Record<ReportPost, Date>>>;
}

export const initialReports: Reports = { owed: {}, sent: [] };

type ReportAction = Extract<
  SealedAction,
  { type: 'CadreProblemFlagged' | 'MajorCadreProblemFlagged' | 'CadreReportSent' | 'MajorCadreReportSent' | 'CadreReportReceived' }
>;

/** Which actions flag and send a report of each kind. */
export const REPORT_ACTIONS = {
  report: { flag: 'CadreProblemFlagged', send: 'CadreReportSent', clock: 'A28' },
  major: { flag: 'MajorCadreProblemFlagged', send: 'MajorCadreReportSent', clock: 'A29' },
} as const satisfies Record<ReportKind, object>;

export function reportsAfter({ owed, sent }: Reports, action: ReportAction): Reports {
  switch (action.type) {
    case 'CadreProblemFlagged':
      return { owed: { ...owed, report: action.at }, sent };
    case 'MajorCadreProblemFlagged':
      return { owed: { ...owed, major: action.at }, sent };
    case 'CadreReportReceived':
      return { owed, sent: sent.map((each, at) => (at === action.report ? { ...each, received: { ...each.received, [action.post]: action.at } } : each)) };
    default: {
      const kind = action.type === 'CadreReportSent' ? 'report' : 'major';
      const { recipients, said, pages, sealNo, no, by, at } = action;
      const { [kind]: _, ...rest } = owed;
      return { owed: rest, sent: [...sent, { kind, recipients, said, pages, sealNo, no, by: by.person, unit: by.unit, at, received: {} }] };
    }
  }
}
