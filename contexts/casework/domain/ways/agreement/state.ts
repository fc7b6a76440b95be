import type { PlainDate } from '#kernel/dates.ts';

/** Mediation and agreement (第三十三条), as far as they have come. */
export interface Agreement {
  readonly mediation?: 'open' | 'failed';
  readonly form?: AgreementForm;
  readonly dueOn?: PlainDate;
  readonly signedOn?: PlainDate;
  readonly effectiveOn?: PlainDate;
  readonly confirmationOn?: PlainDate;
  readonly outcome?: 'performed' | 'broken';
}

export const AGREEMENT_FORMS_OF = { mediation: '调解协议', settlement: '和解协议' } as const;
export type AgreementForm = keyof typeof AGREEMENT_FORMS_OF;
