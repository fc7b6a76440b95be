import type { Role } from '#kernel/roles.ts';
import { isInvolved, type Accused, type Places } from './accused.ts';
import type { Line, ReportPost } from './actions.ts';
import type { SealedCommand } from './commands.ts';
import { canBeHandedBack, lastReceipt, pendingTransfer, type SealedFile, type Stage } from './file.ts';

/**
 * Who sees an accusation: the sealed triage of the petition department that has
 * it, the recipient that its transfer names and whoever was named before. Of a
 * report on a cadre the recipients alone that the law names. Nobody of the
 * accused's unit, of its organ, of anything under it or led by the accused, in
 * whatever post they ask (不变量 27).
 */
export type Side = 'triage' | 'recipient';
export type HolderSide = Side | ReportPost;

export interface Asker {
  readonly person: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly units: readonly string[]; // of all their posts today
}

/** Where every petition department is involved the recipient triages itself, and there its recipients do. */
const TRIAGE: readonly Role[] = ['sealedTriage', 'disciplineRecipient'];
const RECEIVING: Readonly<Record<Line, Role>> = { discipline: 'disciplineRecipient', politicalLegal: 'politicalLegalRecipient' };
const ORGANIZATION: Role = 'organizationRecipient';
const LEADER: Role = 'leader';

/** Which side a command is for, and at which stages; `reader`: whichever side may read the words now, and so can tell who asks. */
export const COMMANDS = {
  classify: { side: 'triage', stages: ['received', 'classified'] },
  transfer: { side: 'triage', stages: ['classified'] },
  giveBack: { side: 'triage', stages: ['classified'] },
  receive: { side: 'recipient', stages: ['transferred', 'forwarded'] },
  refuse: { side: 'recipient', stages: ['transferred', 'forwarded'] },
  mark: { side: 'recipient', stages: ['concluded'] },
  forward: { side: 'recipient', stages: ['concluded'] },
  handBack: { side: 'recipient', stages: ['concluded'] },
  flagCadre: { side: 'triage', stages: ['classified', 'transferred', 'concluded', 'forwarded'] },
  sendReport: { side: 'triage', stages: ['classified', 'transferred', 'concluded', 'forwarded'] },
  giveCode: { side: 'reader', stages: ['received', 'classified', 'transferred', 'concluded', 'forwarded'] },
} as const satisfies Readonly<
  Record<Exclude<SealedCommand['type'], 'open' | 'replaceCode' | 'receiveReport'>, { side: Side | 'reader'; stages: readonly Stage[] }>
>;
export type FileCommand = keyof typeof COMMANDS;

/** From where somebody looks at a file: which side of it, for which organ. */
export interface Seat {
  readonly side: Side;
  readonly organ: string;
}

type Seen = Pick<SealedFile, 'desk' | 'accused' | 'transfers'>;

/** Undefined for everybody else: they hear the same as of a file that does not exist. */
export function seatOf(asker: Asker, file: Seen, places: Places): Seat | undefined {
  const { accused, desk, transfers } = file;
  if (accused && mayNotKnow(asker, accused, places)) return undefined;
  const organ = places.organOf(asker.unit);
  const named = transfers.filter(({ refused, receivedAt }) => !refused || receivedAt).findLast(({ to }) => places.organOf(to) === organ);
  if (named && asker.roles.includes(RECEIVING[named.line])) return { side: 'recipient', organ: named.to };
  return desk && places.organOf(desk) === organ && TRIAGE.some((role) => asker.roles.includes(role)) ? { side: 'triage', organ: desk } : undefined;
}

const mayNotKnow = ({ unit, units }: Asker, accused: Accused, places: Places) => [unit, ...units].some((one) => isInvolved(one, accused, places));

/** The words: for the triage until they are received elsewhere, or until the report that it owed before has gone; then for whoever has signed last. */
export function showsContent({ side, organ }: Seat, file: Pick<SealedFile, 'transfers' | 'reports'>): boolean {
  const held = lastReceipt(file);
  if (side === 'recipient') return held?.to === organ;
  const handedOver = file.transfers.find(({ receivedAt }) => receivedAt)?.receivedAt;
  return !handedOver || Object.values(file.reports.owed).some((flagged) => flagged < handedOver);
}

/** Of several recipients of one file, whose turn it is: who was asked to sign, or who has signed last. */
export function isTheirTurn(command: FileCommand, { side, organ }: Seat, file: SealedFile): boolean {
  if (side === 'triage') return true;
  const isForPending = command === 'receive' || command === 'refuse';
  const turn = isForPending ? (pendingTransfer(file) ?? lastReceipt(file)) : lastReceipt(file);
  return !turn || turn.to === organ;
}

/** Whether it is for this side of the file at all. */
export function isOnSide(command: FileCommand, seat: Seat, file: Pick<SealedFile, 'transfers' | 'reports'>): boolean {
  const { side } = COMMANDS[command];
  return side === 'reader' ? showsContent(seat, file) : side === seat.side;
}

/** Whether this seat may ask for it now; what the decider refuses besides is told by its own sentence. */
export function mayAsk(command: FileCommand, seat: Seat, file: SealedFile): boolean {
  const rule = COMMANDS[command];
  if (!isOnSide(command, seat, file) || !(rule.stages as readonly Stage[]).includes(file.stage)) return false;
  if (!isTheirTurn(command, seat, file)) return false;
  if (command === 'giveCode') return (file.opening?.codes?.length ?? 0) > 0;
  if (command === 'giveBack') return file.transfers.at(-1)?.refused?.noAccusation === true && file.opening?.intake !== undefined;
  if (command === 'handBack') return canBeHandedBack(file);
  if (command === 'forward') return lastReceipt(file)?.line === 'discipline';
  return command !== 'sendReport' || Object.keys(file.reports.owed).length > 0;
}

/** As which of its recipients somebody reads a report: the organisation department by its role, a leader by name, while they lead: that role is given by two alone (docs/adr/0063). */
export function postOf(asker: Asker, report: SealedFile['reports']['sent'][number], accused: Accused | undefined, places: Places): ReportPost | undefined {
  if (accused && mayNotKnow(asker, accused, places)) return undefined;
  return report.recipients.find(({ post, unit, person }) =>
    post === 'organization'
      ? places.organOf(unit) === places.organOf(asker.unit) && asker.roles.includes(ORGANIZATION)
      : person === asker.person && asker.roles.includes(LEADER) && places.organOf(unit) === places.organOf(asker.unit),
  )?.post;
}

/** A row of the list knows its side already. */
export interface SeenRow {
  readonly unit: string;
  readonly side: HolderSide;
  readonly line: Line;
  readonly person: string | null;
  readonly accused_unit: string | null;
  readonly accused_whom: Accused['whom'] | null;
  readonly accused_also: readonly string[] | null;
}

/** The same question of a row of the list. */
export function isStillSeen(asker: Asker, { unit, side, line, person, ...row }: SeenRow, places: Places): boolean {
  const { accused_unit, accused_whom, accused_also } = row;
  const accused = accused_unit && { unit: accused_unit, whom: accused_whom ?? 'cadres', also: accused_also ?? [] };
  if (accused && mayNotKnow(asker, accused, places)) return false;
  if (places.organOf(asker.unit) !== places.organOf(unit)) return false;
  const needed: Readonly<Record<HolderSide, readonly Role[]>> = {
    triage: TRIAGE,
    recipient: [RECEIVING[line]],
    organization: [ORGANIZATION],
    secretary: [],
    organizationLeader: [],
  };
  return person === null ? needed[side].some((role) => asker.roles.includes(role)) : person === asker.person && asker.roles.includes(LEADER);
}
