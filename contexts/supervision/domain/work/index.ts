/** What supervision does beside a matter, kind by kind. */
import type { WorkKinds } from '#kernel/work/kind.ts';
import { DANGER } from './danger.ts';
import { INSPECTION } from './inspection.ts';
import { measureKind } from './measure.ts';
import { ORDER } from './order.ts';
import { RECOMMENDATION } from './recommendation.ts';
import { BRIEFING, CASE_STUDY } from './writing.ts';
import { ANNUAL_REPORT, ASSESSMENT, SUGGESTION_CALL } from './yearly.ts';

export const supervisionKinds = (hasDecision: Parameters<typeof measureKind>[0]): WorkKinds => ({
  order: ORDER,
  recommendation: RECOMMENDATION,
  measure: measureKind(hasDecision),
  inspection: INSPECTION,
  annualReport: ANNUAL_REPORT,
  assessment: ASSESSMENT,
  suggestionCall: SUGGESTION_CALL,
  danger: DANGER,
  briefing: BRIEFING,
  caseStudy: CASE_STUDY,
});
