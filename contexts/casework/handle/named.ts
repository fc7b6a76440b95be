import { Refusal } from '#kernel/refusal.ts';
import type { CommandType, MatterCommand } from '../domain/commands.ts';
import { askedNow } from '../domain/forms/form.ts';
import { FORMS } from '../domain/forms.ts';
import type { Matter } from '../domain/matter.ts';
import { recusalsOf } from '../domain/ways/care/state.ts';

/** Does this person hold a post here today, whoever stands in for somebody among them? What the list on the form shows, and nobody else. */
export type IsColleague = (person: string, unit: string) => boolean;

/**
 * Whoever is named on a form is one of the unit that fills it in, as its list
 * shows them: a unit challenges nobody of another office, over whom it would
 * then decide itself (第二十八条第三款), and the second person who looks at a
 * decision, or presides over a hearing, is not made up.
 *
 * @throws Refusal with what to do instead
 */
export function mustBeColleagues(command: CommandType, values: Readonly<Record<string, unknown>>, unit: string, isColleague: IsColleague): void {
  const form = FORMS[command];
  for (const { name, label, kind } of form ? askedNow(form, values) : []) {
    const person = values[name];
    if (kind !== 'person' || typeof person !== 'string' || isColleague(person, unit)) continue;
    if (command === 'requestRecusal') throw OF_ANOTHER;
    throw new Refusal('Invalid', `“${label}”：本单位没有这个人，请从列出的同事中选。`);
  }
}

const OF_ANOTHER = new Refusal(
  'AgainstRule',
  '只能登记对本单位人员的回避申请。对别的单位的人有意见的，由那个单位登记并决定；现在办理本件的人，不选“申请谁回避”就是。',
  '第二十八条第三款',
);

/** Does this person stand in for that one in this unit today? */
export type StandsInFor = (person: string, unit: string, away: string) => boolean;

/**
 * Nobody decides their own challenge, nor lets whoever has their desk for some
 * days decide it for them (第二十八条第三款).
 *
 * @throws Refusal
 */
export function mustNotDecideInPlace(command: MatterCommand, matter: Matter, standsInFor: StandsInFor): void {
  if (command.type !== 'decideRecusal') return;
  const { no, by } = command;
  const asked = recusalsOf(matter).filter(({ part, state }) => state === 'pending' && (no === undefined || part === `recusal/${no}`));
  if (asked.some(({ person }) => standsInFor(by.person, by.unit, person)))
    throw new Refusal(
      'AgainstRule',
      '您代的就是被申请人的班，不能由您决定他回不回避。请由本单位其他负责人决定，或者“回避报请上一级决定”。',
      '第二十八条第三款',
    );
}
