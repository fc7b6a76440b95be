import { dateInChina } from '#kernel/dates.ts';
import { ROLES } from '#kernel/roles.ts';
import type { Actor } from '#platform/actor.ts';
import type { MatterPage, Obstacle } from '../contract.ts';
import type { CommandType } from '../domain/commands.ts';
import { isInStage, whyNot } from '../domain/decide/guard.ts';
import { FORMS } from '../domain/forms.ts';
import type { Matter } from '../domain/matter.ts';
import { PERMISSIONS } from '../domain/permissions.ts';
import type { CaseworkNeeds } from '../handle.ts';

/** What this unit and this person may do on a matter now, and why not the rest. */

/** What the next step usually is: the one primary button of the page. */
const PRIMARY: readonly CommandType[] = [
  'classify',
  'refer',
  'decideObjection',
  'decideJurisdiction',
  'submitCoUnitOpinion',
  'accept',
  'startHandling',
  'hearPetitioner',
  'recordInvestigation',
  'admitReview',
  'refuseFurther',
  'verifyPerformance',
  'conclude',
  'archive',
];

/** What is done once on the way, and then again only where somebody wants to: it leads no more. */
const DONE: Readonly<Partial<Record<CommandType, (matter: Matter) => boolean>>> = {
  hearPetitioner: ({ statements }) => statements > 0,
  recordInvestigation: ({ investigations }) => investigations > 0,
};

const OFFERED = (Object.keys(FORMS) as CommandType[]).map((type) => ({ type, label: FORMS[type]!.label }));

export function offeredTo(needs: CaseworkNeeds, matter: Matter, actor: Actor): MatterPage['can'] {
  const asked = askedBy(needs, matter, actor);
  const can = OFFERED.filter(({ type }) => isInStage(type, matter.stage) && hasRole(type, actor) && !whyNot(type, asked));
  const primary = PRIMARY.find((type) => can.some((one) => one.type === type) && !DONE[type]?.(matter));
  return can.map(({ type, label }) => ({ command: type, label, primary: type === primary }));
}

/** A sentence for each act that is not offered; what other units do is not among them. */
export function obstaclesFor(needs: CaseworkNeeds, matter: Matter, actor: Actor): Obstacle[] {
  const asked = askedBy(needs, matter, actor);
  return OFFERED.flatMap(({ type: command, label }): Obstacle[] => {
    const refusal = whyNot(command, asked);
    if (!refusal) return hasRole(command, actor) ? [] : [{ command, label, why: `要由本单位的${postsOf(command)}办理。`, posts: true }];
    const { code, message, article } = refusal;
    return code === 'NotAllowed' ? [] : [{ command, label, why: message, posts: false, ...(article && { article }) }];
  });
}

function askedBy(needs: CaseworkNeeds, matter: Matter, { unit, person }: Actor) {
  const law = matter.opening && needs.lawOf(matter.opening.pack);
  return { matter, unit, person, organs: needs.organs(), today: dateInChina(needs.now()), ...(law && { law }) };
}

const hasRole = (type: CommandType, { roles }: Actor) => PERMISSIONS[type].roles.some((role) => (roles as readonly string[]).includes(role));
const postsOf = (type: CommandType) => PERMISSIONS[type].roles.map((role) => ROLES[role]).join('、');
