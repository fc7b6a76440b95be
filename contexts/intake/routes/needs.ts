import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import type { Blobs } from '#platform/blobs.ts';
import { isConcerned, loadMatter, type LoadedMatter } from '#contexts/casework/index.ts';
import { noSuchIntake } from '../domain/decide.ts';
import type { IntakeAction } from '../domain/intake.ts';
import { readsOriginal } from '../domain/original.ts';
import { loadIntake, type IntakeNeeds, type LoadedIntake } from '../handle.ts';
import type { Call } from '../portal/domain/call.ts';

export interface IntakeRouteNeeds extends IntakeNeeds {
  readonly blobs: Blobs;
  readonly mayOpenContent: (actor: Actor) => boolean;
  readonly logAccess: (access: { subject: Subject; actor: Actor; purpose: string; fields: 'page' | 'identity' }) => Promise<void>;
  /** Every call for suggestions that was announced in the region, the newest first. */
  readonly findCalls: (region: string) => Promise<readonly Call[]>;
  readonly organCard: (unit: string) => { readonly isPetitionDept: boolean };
  readonly personCard: (person: string, unit: string) => { readonly name: string; readonly post: string; readonly phone: string };
}

/** Who sits at a desk that receives. A system administrator, an auditor or a supervisor does not. */
const DESK: readonly Role[] = ['intakeOfficer', 'triageOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'];

export function mustSitAtDesk({ roles }: Actor): void {
  if (!roles.some((role) => DESK.includes(role))) throw new Refusal('NotAllowed', '来件由接访、办信、甄别人员办理。需要登记的，请交给他们。');
}

/** Sealed until read: before a person has said what it is, only the desk that received it may open it. */
export function mustBeOwnDesk({ intake }: LoadedIntake, actor: Actor): void {
  if (intake.desk !== actor.unit || intake.stage === 'sealed') throw noSuchIntake();
}

/**
 * An intake at the desk that received it: who sits at none hears so whether it exists or not.
 * @throws Refusal NotAllowed, or NotFound where it is another desk's
 */
export async function loadOwnDesk(needs: IntakeNeeds, subject: Subject, actor: Actor): Promise<LoadedIntake> {
  mustSitAtDesk(actor);
  const loaded = await loadIntake(needs, subject);
  mustBeOwnDesk(loaded, actor);
  return loaded;
}

/**
 * An intake with its matters, for the unit that received it and for those that have one of them in hand.
 * @throws Refusal NotAllowed, or NotFound where it is none of the actor's unit
 */
export async function loadOwn(needs: IntakeNeeds, subject: Subject, actor: Actor): Promise<LoadedIntake & { readonly own: readonly LoadedMatter[] }> {
  mustSitAtDesk(actor);
  const loaded = await loadIntake(needs, subject);
  const { desk, matters, stage } = loaded.intake;
  const own = await Promise.all(matters.map((id) => loadMatter(needs, { region: subject.region, id })));
  const mine = desk === actor.unit || own.some(({ matter }) => isConcerned(matter, actor.unit));
  if (!mine || stage === 'sealed') throw noSuchIntake();
  return { ...loaded, own };
}

/** Whether this person reads what came, or only the matters that it became. */
export const isOriginalFor = ({ intake, past }: LoadedIntake, { person }: Actor): boolean =>
  readsOriginal(intake, past as unknown as readonly IntakeAction[], person);

export const doneBy = (actor: Actor, needs: IntakeNeeds) => ({ by: { person: actor.person, unit: actor.unit }, at: needs.now() });
