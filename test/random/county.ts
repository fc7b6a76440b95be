import { dateInChina, addDays, type PlainDate } from '#kernel/dates.ts';
import type { MatterAction, Opening } from '#contexts/casework/domain/actions.ts';
import { matterDecider } from '#contexts/casework/domain/decide/index.ts';
import { OUTCOMES } from '#contexts/casework/domain/papers.ts';
import type { Level } from '#contexts/casework/domain/actions.ts';
import type { IntakeAction, Received } from '#contexts/intake/domain/intake.ts';
import { mustHaveRole } from '#contexts/casework/routes.ts';
import { at, ground, laws, UNITS } from '../stories.ts';
import { live, type Life } from '../random-history.ts';
import { accusationWalk, inspectorateWalk } from './accusations.ts';
import { chance, drawingFrom, type RandomSource } from './chance.ts';
import { arrival, intakeWalk } from './intakes.ts';
import { PAPER_WALK } from './papers.ts';
import { lawOf, SAMPLE } from './rules.ts';
import { complaintWalk, ratingWalk } from './ratings.ts';
import type { Tally } from './tally.ts';
import { walk } from './walk.ts';
import { KIND_NAMES, workWalk } from './works.ts';

/**
 * What one arrival at a county's offices brings about, from the counter to the
 * file: the intake, each matter that it is divided into, the accusation in it,
 * the papers, the rating, and a piece of work beside. Every command goes to the
 * decider that the program uses, asked by somebody in a role, in the same words.
 */
const STEPS = 80;

export function historyOf(seed: number, tally: Tally): Life[] {
  const random = chance(seed);
  const { below, pick } = drawingFrom(random);
  const came = addDays('2025-03-01', below(360));
  const desk = pick(DESKS)(came);
  const receivedAt = at(came, '09:00');
  const received = arrival(`990421-S-${seed}`, desk, drawingFrom(random));
  const go = { tally, random, start: new Date(receivedAt.getTime() + below(30) * 3_600_000) };
  const intake = walk(intakeWalk(received, receivedAt), { ...go, steps: 4, pace: 2 });
  const parts = intake.actions.flatMap((action) => (action.type === 'IntakeClassified' ? action.matters.map((no) => ({ no, since: action.at })) : []));
  const lives = parts.map(({ no, since }) => liveMatter(openingOf(no, received, receivedAt, intake.actions), since, tally, random));
  const sealed = intake.state.sealed || lives.some(({ states }) => states.at(-1)?.stage === 'sealed');
  if (sealed && below(3) > 0) walk(accusationWalk(accusationOf(received, receivedAt)), { ...go, start: intake.now, steps: 20, pace: 5 });
  for (const { actions, states } of lives) rate(actions, states.at(-1)?.handlingUnit, go);
  walk(PAPER_WALK, { ...go, steps: 4, pace: 4 });
  walk(workWalk(pick(KIND_NAMES), desk.pack), { ...go, steps: 10, pace: 5 });
  if (below(8) === 0) walk(complaintWalk(desk.pack), { ...go, steps: 8 });
  if (below(8) === 0) walk(inspectorateWalk(desk.pack), { ...go, steps: 8 });
  return lives;
}

function liveMatter(opening: Opening, openedAt: Date, tally: Tally, random: RandomSource): Life {
  const units = { petition: UNITS.petition, handlers: [UNITS.housing, UNITS.water, UNITS.town], government: UNITS.government };
  return live({ decider, opening, openedAt, units, tally, mustHaveRole: (type, role) => mustHaveRole(type, somebody(role)) }, random, STEPS);
}

const somebody = (role: Parameters<typeof mustHaveRole>[1]['roles'][number]) => ({
  person: 'p',
  name: 'p',
  unit: '',
  region: 'qinghe',
  roles: [role],
  session: '',
});

/** The first outcome to arrive opens the evaluation; a person who was told rates or stays silent. */
function rate(actions: readonly MatterAction[], unit: string | undefined, from: { tally: Tally; random: RandomSource }): void {
  const told = actions.find((action) => 'paper' in action && 'on' in action && (OUTCOMES as readonly string[]).includes(action.paper));
  if (told && unit) walk(ratingWalk(unit, UNITS.petition, dateInChina(told.at)), { ...from, start: told.at, steps: 9, pace: 9 });
}

function openingOf(no: string, received: Received, receivedAt: Date, actions: readonly IntakeAction[]): Opening {
  const { no: intakeNo, claims: _, files: __, place: ___, lateEntry: ____, ...rest } = received;
  const registered = actions.find(({ type }) => type === 'IntakeRegistered')!;
  const words = { id: '话', hash: 'h' };
  return {
    ...rest,
    no,
    intake: intakeNo,
    intakeNo,
    level: received.level as Level,
    receivedAt: receivedAt.toISOString(),
    registeredAt: registered.at.toISOString(),
    claims: [{ no: 1, text: words }],
  };
}

function accusationOf({ no, channel, isPetitionDept, level, pack, contactKnown, title, text, parties }: Received, receivedAt: Date) {
  const from = { channel, isPetitionDept, level, pack, contactKnown, realName: contactKnown, title, text, parties };
  return { code: `${no}-M1`, desk: UNITS.petition, receivedAt: receivedAt.toISOString(), ...from };
}

export const decider = matterDecider({ ...ground(), lawOf });

type Desk = Pick<Received, 'receivedBy' | 'isPetitionDept' | 'level' | 'pack'>;
const county = (pack: string): Desk => ({ receivedBy: UNITS.petition, isPetitionDept: true, level: 'county', pack });

/** Who has it first: the county's petition office under one rule or another, a bureau itself, the city above, the congress. */
const DESKS: readonly ((on: PlainDate) => Desk)[] = [
  (on) => county(laws.inForce(on).version),
  (on) => county(laws.inForce(on, 'haichuan', 'linshui', 'qinghe').version),
  () => county(SAMPLE.version),
  (on) => ({ receivedBy: UNITS.housing, isPetitionDept: false, level: 'county', pack: laws.inForce(on, 'haichuan', 'linshui', 'qinghe').version }),
  (on) => ({ receivedBy: UNITS.housing, isPetitionDept: false, level: 'county', pack: laws.inForce(on).version }),
  (on) => ({ receivedBy: UNITS.city, isPetitionDept: true, level: 'prefecture', pack: laws.inForce(on).version }),
  (on) => ({ receivedBy: 'qinghe-npc/petition-office', isPetitionDept: false, level: 'county', pack: laws.inForce(on).version }),
];
