import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';

/** Mediation and agreement (第三十三条), as far as they have come. */
export interface Agreement {
  readonly mediation?: 'open' | 'failed';
  readonly form?: AgreementForm;
  readonly dueOn?: PlainDate;
  readonly signedOn?: PlainDate;
  readonly effectiveOn?: PlainDate;
  readonly confirmationOn?: PlainDate;
  readonly offers?: number; // how many were put to the members of a group; the last of them may still be open
  readonly offer?: Offer;
  readonly performingUnit?: string; // where another unit than the handling one carries it out
  readonly reported?: true; // it says that it was done; whether it was is asked of the petitioner
  readonly outcome?: 'performed' | 'broken';
}

/** What was put to the members of a group, who of them has said yes to it and who no; whoever says nothing is not bound. */
export interface Offer {
  readonly no: number;
  readonly form: AgreementForm;
  readonly until: PlainDate;
  readonly terms: Words;
  readonly agreed: readonly string[];
  readonly declined?: readonly string[];
}

export const AGREEMENT_FORMS_OF = { mediation: '调解协议', settlement: '和解协议' } as const;
export type AgreementForm = keyof typeof AGREEMENT_FORMS_OF;

/** The answers to an offer without those of one member. */
export const unanswered = ({ agreed, declined = [] }: Offer, member: string) => ({
  agreed: agreed.filter((one) => one !== member),
  declined: declined.filter((one) => one !== member),
});
