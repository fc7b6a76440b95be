import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';

/** What a matter keeps of its several units (第二十四条), and of a question put to the leadership (第二十二条). */
export interface Joint {
  readonly talks?: readonly string[]; // the units that talk, the one that received first among them
  readonly lead?: string;
  readonly coUnits: readonly CoUnit[];
  readonly dispute?: { readonly decidingBody: string; readonly views: Words };
  readonly decided?: true; // by the superior or the joint conference: no objection is open against it
  readonly leadership?: { readonly to: string; readonly proposal: Words };
  readonly named?: string; // the unit that the leadership named
}

export interface CoUnit {
  readonly unit: string;
  readonly answeredOn?: PlainDate;
}

interface WithJoint {
  readonly joint?: Joint;
}

export const NONE: Joint = { coUnits: [] };

export const coUnitsOf = ({ joint }: WithJoint): readonly CoUnit[] => joint?.coUnits ?? [];
export const hasCoUnits = (matter: WithJoint): boolean => coUnitsOf(matter).length > 0;

/** Every unit that takes part, whoever leads: it sees the matter while it does. */
export function jointUnits({ joint }: WithJoint): readonly string[] {
  if (!joint) return [];
  const { talks = [], coUnits, dispute, leadership } = joint;
  return [...talks, ...coUnits.map(({ unit }) => unit), ...(dispute ? [dispute.decidingBody] : []), ...(leadership ? [leadership.to] : [])];
}
