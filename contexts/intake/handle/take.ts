import type { Query } from '#platform/database.ts';
import type { Party } from '#contexts/casework/index.ts';
import { takeArrivals, type Arrival, type TakeNeeds } from '../portal/take.ts';
import type { Filing } from '../portal/domain/filing.ts';
import type { IntakeNeeds } from '../handle.ts';
import { registerIntake, type Arrived } from './register.ts';
import { SYSTEM } from '#kernel/system.ts';

/** The unit whose desk takes in what the portal of a region received. */
export interface TakingNeeds extends IntakeNeeds {
  readonly boxKeys: TakeNeeds['boxKeys'];
  readonly petitionDeptOf: (region: string) => string;
  readonly failed: TakeNeeds['failed'];
}

/**
 * Registers what came over the portal: at once, by the system, under the
 * number and code that the petitioner already has (不变量 1).
 *
 * @returns how many were registered
 */
export function takeFromPortal(needs: TakingNeeds, region: string, limit = 50): Promise<number> {
  return takeArrivals(needs, region, (arrival, done) => register(needs, arrival, done), limit);
}

async function register(needs: TakingNeeds, { region, id, codeHmac, codeKey, receivedAt, letter }: Arrival, done: Query): Promise<void> {
  const unit = needs.petitionDeptOf(region);
  const arrived = arrivedOf(letter.filing, receivedAt, unit, needs.levelOf(unit));
  await registerIntake(needs, region, arrived, { by: { person: SYSTEM, unit }, arrival: { id, no: letter.intakeNo, codeHmac, codeKey, done } });
}

export function arrivedOf(filing: Filing, receivedAt: Date, unit: string, level: Arrived['level']): Arrived {
  const { title, story, claims, place, delivery, files, person, group, call } = filing;
  return {
    channel: filing.channel,
    receivedAt,
    unit,
    isPetitionDept: true,
    level,
    title,
    text: story,
    claims,
    parties: partiesOf(filing),
    anonymous: person === undefined && group === undefined,
    electronic: delivery.consent !== undefined,
    people: group?.count ?? 1,
    place: [place.town, place.where].filter(Boolean).join(' '),
    files,
    ...(person?.idNumber && !filing.agent && { idNumber: person.idNumber }), // an agent's number says nothing of the petitioner
    ...(call && { call }),
  };
}

function partiesOf({ person, group, agent, delivery }: Filing): Party[] {
  const address = delivery.address ? { address: delivery.address } : {};
  const speaker = person
    ? [{ role: agent ? agent.as : ('principal' as const), name: person.name, ...(person.phone && { phone: person.phone }), ...address }]
    : [];
  const principal = agent ? [{ role: 'principal' as const, name: agent.principal }] : [];
  const others = (group?.people ?? []).map(({ name, phone }) => ({ role: 'contact' as const, name, phone }));
  return [...principal, ...speaker, ...others];
}
