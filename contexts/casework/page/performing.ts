import type { ClockId } from '#kernel/clocks/rule.ts';
import type { MatterPage } from '../contract.ts';
import type { MatterAction } from '../domain/actions.ts';

const UNSEEN = '本单位只负责落实，看得到诉求、决定和期限，看不到来件原文和别的办理经过。';

/** What was decided, what has to be done for it, and what became of that. */
const TOLD: ReadonlySet<string> = new Set<MatterAction['type']>([
  'OpinionIssued',
  'OpinionDispatched',
  'ReviewOpinionDispatched',
  'RecheckOpinionDispatched',
  'AgreementSigned',
  'PerformanceReported',
  'PerformanceVerified',
  'PerformanceRefuted',
  'AgreementPerformed',
  'AgreementBroken',
]);
const CLOCKS: ReadonlySet<ClockId> = new Set(['A27', 'A38']);

/**
 * What a unit needs that carries out what others decided (第三十二条第二款): the
 * claims, what was decided on each, by when, whom to ask, and its own report.
 * What the petitioner wrote and how it was looked into stay with those who handle.
 */
export function performingOnly(page: MatterPage): MatterPage {
  const { members: _, membersSigned: __, answers: ___, ...rest } = page;
  return {
    ...rest,
    words: UNSEEN,
    performsOnly: true,
    assignments: [],
    clocks: page.clocks.filter(({ clock }) => CLOCKS.has(clock)),
    timeline: page.timeline.filter(({ type }) => TOLD.has(type)),
    can: page.can.filter(({ command }) => command === 'reportPerformance').map((act) => ({ ...act, primary: true })),
    opened: [],
  };
}
