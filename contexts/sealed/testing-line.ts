/** One accusation of the demonstration county on its way, as actions and commands: for the tests of its domain. */
import { specify } from '#kernel/spec.ts';
import { at, laws, words } from '../../test/stories.ts';
import type { Opening, SealedAction } from './domain/actions.ts';
import { sealedDecider } from './domain/decide.ts';

export const calendar = laws.calendars.current.version;
export const decider = sealedDecider({ lawOf: laws.get, calendar });
export const given = specify(decider);

export const PETITION = 'qinghe/petition';
export const COUNTY = 'qinghe-discipline/commission';
export const CITY = 'linshui/discipline';
export const petition = (date: string) => ({ by: { person: '何静怡', unit: PETITION }, at: at(date) });
export const county = (date: string) => ({ by: { person: '秦守默', unit: COUNTY }, at: at(date) });
export const city = (date: string) => ({ by: { person: '陆清晏', unit: CITY }, at: at(date) });

export const opening: Opening = {
  code: '990421-S-2026-0000007-X-M1',
  desk: PETITION,
  receivedAt: at('2026-09-16', '09:00').toISOString(),
  channel: 'letter',
  isPetitionDept: true,
  level: 'county',
  pack: laws.inForce('2026-09-16').version,
  contactKnown: true,
  realName: true,
  title: words('题'),
  text: words('话'),
  parties: words('人'),
};
export const opened: SealedAction = { type: 'MatterOpened', ...opening, ...petition('2026-09-16') };
export const anonymous: SealedAction = { ...opened, realName: false, contactKnown: false } as SealedAction;
export const classified: SealedAction = {
  type: 'MatterClassified',
  kind: 'accusation',
  accusedUnit: 'qinghe/housing',
  whom: 'cadres',
  ...petition('2026-09-17'),
};
export const SEAL = { pages: 12, sealNo: 'FQ-000318' };
export const transferred: SealedAction = {
  type: 'AccusationTransferred',
  to: COUNTY,
  ...SEAL,
  slipNo: '清密移〔2026〕1号',
  told: { A35: '2026-09-24' },
  ...petition('2026-09-18'),
};
export const received = (date = '2026-09-21', found: { higher?: true; repeated?: true } = {}): SealedAction[] => [
  { type: 'SealedReceiptConfirmed', ...SEAL, ...found, ...county(date) },
  { type: 'DisciplineReceived', ...county(date) },
  { type: 'MatterConcluded', reason: 'accusationHandedOver', ...county(date) },
];
export const arrived = (found: { higher?: true; repeated?: true } = {}): SealedAction[] => [opened, classified, transferred, ...received('2026-09-21', found)];
