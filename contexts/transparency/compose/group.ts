import {
  answerableOrgan,
  commitmentsOf,
  isOpen,
  membersOf,
  PETITIONER,
  textOf,
  whyNot,
  type LoadedMatter,
  type MatterAction,
} from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import { evaluationOf, MOST_RATINGS } from '#contexts/evaluation/index.ts';
import { joinCodeOf, showCode, type IntakeNeeds } from '#contexts/intake/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { PrivacyTold } from '#contexts/retention/index.ts';
import type { JoinPage, OwnAgreement, OwnWithdrawal, PublicGroup } from '../domain/group.ts';
import type { Held, PrivacyRequest } from '../domain/mine.ts';
import type { ProgressPage, PublicComplaint, PublicEvaluation, PublicMatter } from '../domain/progress.ts';
import type { PublicCommitment } from '../domain/commitment.ts';
import { memberCommitmentOf } from './commitment.ts';
import { requestsTold } from './mine.ts';

/** For the representatives: nothing where one person came alone. */
export function groupOf(needs: IntakeNeeds, loaded: LoadedMatter, directory: Directory, today: PlainDate): { group?: PublicGroup } {
  const { matter, subject } = loaded;
  const { collective, opening } = matter;
  const canOpen = !whyNot('openRoster', { matter, unit: PETITIONER, organs: directory, today });
  if (!canOpen && !collective) return {};
  const most = opening?.channel === 'visit' ? { most: needs.lawOf(opening.pack).limits.representatives.people } : {};
  if (!collective) return { group: { role: 'representative', canOpen, ...most } };
  const code = joinCodeOf(needs.codePepper, needs.codePrefix(subject.region), subject, collective.round);
  const joinCode = isOpen(matter.stage) ? { joinCode: showCode(code) } : {};
  return { group: { role: 'representative', canOpen, members: membersOf(collective), ...joinCode, ...most } };
}

/** Behind a join code. */
export function joinPageOf({ matter, texts }: LoadedMatter, directory: Directory): JoinPage {
  const unit = answerableOrgan(matter) ?? matter.handlingUnit ?? matter.desk;
  return {
    version: 1,
    title: matter.opening ? textOf(texts, matter.opening.title) : '',
    no: matter.opening?.no ?? '',
    unit: unit ? directory.nameOf(unit) : '',
    open: matter.collective !== undefined && isOpen(matter.stage),
  };
}

/** What one member said of themselves and did. */
interface Own {
  readonly name: string;
  readonly phone?: string;
  readonly joinedOn: PlainDate;
  readonly rated: number;
  readonly requests: readonly PrivacyRequest[];
  readonly complaints: readonly PublicComplaint[]; // theirs alone: the representatives do not see them either
  readonly commitment?: PublicCommitment;
  readonly withdrawal?: OwnWithdrawal;
  readonly agreement?: OwnAgreement;
}

interface Told {
  readonly asked: readonly PrivacyTold[];
  readonly complaints: readonly PublicComplaint[];
  readonly directory: Directory;
  readonly today: PlainDate;
}

export function ownOf(loaded: LoadedMatter, member: string, { asked, complaints, directory, today }: Told): Own | undefined {
  const { matter, past, texts } = loaded;
  const card = matter.collective?.members[member];
  const joined = past.findLast((each) => each.type === 'MemberJoined' && (each as unknown as MatterAction & { member: string }).member === member);
  if (!card || !joined) return undefined;
  const told = textOf(texts, card);
  const said = told.startsWith('{') ? (JSON.parse(told) as { name: string; phone?: string }) : { name: '' };
  return {
    ...said,
    joinedOn: dateInChina(joined.at),
    rated: evaluationOf(past).members?.[member]?.submitted ?? 0,
    requests: requestsTold(asked.filter((one) => one.member === member)),
    complaints,
    ...memberCommitmentOf(loaded, member, directory, today),
    ...withdrawalOf(matter, member),
    ...agreementOf(loaded, member),
  };
}

function withdrawalOf({ withdrawal }: LoadedMatter['matter'], member: string): { withdrawal?: OwnWithdrawal } {
  if (!withdrawal || withdrawal.confirmedOn) return {};
  return { withdrawal: withdrawal.agreed?.includes(member) ? 'agreed' : 'asked' };
}

function agreementOf({ matter, texts }: LoadedMatter, member: string): { agreement?: OwnAgreement } {
  const signed = commitmentsOf(matter).find(({ part }) => part === matter.collective?.bound?.[member]);
  if (signed?.state === 'open') return { agreement: { said: 'signed', terms: textOf(texts, signed.what), until: signed.dueOn } };
  const offer = matter.stage === 'inProgress' ? matter.agreement?.offer : undefined;
  if (!offer) return {};
  const said = offer.agreed.includes(member) ? 'agreed' : 'asked';
  return { agreement: { offer: offer.no, said, terms: textOf(texts, offer.terms), until: offer.until } };
}

/**
 * The page of the matter as a member has it: how far it is, who answers, the
 * dates, the papers and the results; without the name, the telephone, the words
 * and the requests of whoever brought it or of any other member.
 */
export function memberPage(page: ProgressPage, matter: string, own: Own): ProgressPage {
  const { petitioner: _, given: ____, ...intake } = page.intake;
  const { sealed: _____, ...shown } = page; // anybody may have been handed a join code: that the letter also accused is for whoever wrote it (不变量 28)
  const matters = page.matters.filter(({ subject }) => subject === matter);
  const { name, phone, joinedOn, rated, requests } = own;
  const held = (kind: Held['kind'], count: number): Held[] => (count > 0 ? [{ kind, count, since: joinedOn }] : []);
  return {
    ...shown,
    intake: { ...intake, claims: matters.flatMap(({ claims }) => claims).length, files: 0 },
    matters: matters.map((one) => asMember(one, own)),
    mine: {
      held: [...held('identity', 1), ...held('ratings', rated), ...held('complaints', own.complaints.length), ...held('requests', requests.length)],
      own: { name, ...(phone && { phone }), title: '', text: '', claims: [], files: [] },
      requests,
    },
  };
}

function asMember(
  { phone: _, commitment: __, ...matter }: PublicMatter,
  { joinedOn, rated, complaints, commitment, withdrawal, agreement }: Own,
): PublicMatter {
  return {
    ...matter,
    clocks: matter.clocks.filter(({ id }) => id !== 'E02'), // of the one who brought it; a member's own days stand beside what they signed
    log: matter.log.filter(({ type }) => !SIGNING.has(type)).map((line) => ({ ...line, text: line.title ?? '' })),
    papers: matter.papers.map(({ opens: ___, ...paper }) => paper), // the representatives' copy counts as the delivery
    evaluation: asRated(matter.evaluation, rated),
    complaints,
    electronic: false,
    ...(commitment && { commitment }),
    group: { role: 'member', joinedOn, ...(withdrawal && { withdrawal }), ...(agreement && { agreement }) },
  };
}

/** What another has signed binds no member, and is not shown to them as if it did. */
const SIGNING: ReadonlySet<string> = new Set(['MutualCommitmentSigned', 'MutualCommitmentCancelled']);

function asRated(evaluation: PublicEvaluation, rated: number): PublicEvaluation {
  const going = evaluation.state === 'open' || evaluation.state === 'changed';
  return { ...evaluation, rated, ...(going && { state: rated >= MOST_RATINGS ? 'changed' : 'open' }) };
}
