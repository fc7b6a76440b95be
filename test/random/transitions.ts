import { MARKS } from '#contexts/sealed/domain/actions.ts';
import { MEASURES } from '#contexts/supervision/domain/work/measure.ts';
import { RECOMMENDATIONS } from '#contexts/supervision/domain/work/recommendation.ts';
import { MATTER_TRANSITIONS } from './transitions-matter.ts';
import { rowsOf, type Transition } from './transition.ts';

/** All rows of lifecycle.md 4 and 4.4: those of a matter, and those of intakes, papers, accusations, ratings and work beside it. */
const intake = rowsOf('intake');
const sealed = rowsOf('sealed');
const rating = rowsOf('evaluation');
const paper = rowsOf('paper');
const work = rowsOf('work');

/** A step of a kind of work: `order detected → ordered`. */
const step = (no: string, command: string, kind: string, name: string, from: string, to: string, more: Parameters<typeof work>[5] = {}) =>
  work(no, command, `${kind}.${name}`, `${kind} ${from}`, `${kind} ${to}`, more);

const BESIDE: readonly Transition[] = [
  ...intake('1', 'registerIntake', 'register', 'unknown', 'registered', { records: 'IntakeRegistered' }),
  ...['signature', 'voice', 'refused'].flatMap((how) =>
    intake('2', 'confirmOralRecord', 'register', 'unknown', 'registered', { records: 'OralRecordConfirmed', saying: { how } }),
  ),
  ...['one matter', 'several matters', 'with an accusation'].flatMap((how) => intake('3', 'split', how, 'registered', 'split')),
  ...intake('5', 'classify', 'inquiry', 'registered', 'classified'),
  ...intake('5', 'classify', 'thanks', 'registered', 'classified'),
  ...intake('5', 'classify', 'accusation', 'registered', 'sealed'),
  ...intake('6', 'answerOnSpot', 'answer', 'classified', 'replied'),
  ...intake('6', 'answerOnSpot', 'giveDirection', 'any', 'stays'),
  ...intake('36', 'receiveIntake', 'register', 'unknown', 'registered', { records: 'IntakeReceived' }),
  ...intake('36', 'receiveIntake', 'register', 'unknown', 'registered', { records: 'PetitionDeptReceived' }),
  ...intake('36', 'receiveIntake', 'register', 'unknown', 'registered', { records: 'ContactStarted' }),
  ...intake('38', 'convertInquiry', 'convert', ['classified', 'replied'], 'split'),
  ...sealed('9', 'transferSealed', 'open', 'unknown', 'received'),
  ...sealed('9', 'transferSealed', 'classify', 'received', 'classified'),
  ...sealed('9', 'transferSealed', 'transfer', 'classified', 'transferred'),
  ...sealed('33', 'conclude', 'receive', 'transferred', 'concluded', { records: 'MatterConcluded', saying: { reason: 'accusationHandedOver' } }),
  ...sealed('47', 'receiveSealed', 'receive', 'transferred', 'concluded', { records: 'DisciplineReceived' }),
  ...sealed('47', 'receiveSealed', 'receive', 'forwarded', 'concluded', { records: 'DisciplineReceivedFromSuperior' }),
  ...sealed('47', 'receiveSealed', 'refuse', 'transferred', 'classified'), // TRIAGED of the sealed line
  ...sealed('47', 'receiveSealed', 'refuse', 'forwarded', 'concluded'),
  ...Object.keys(MARKS).flatMap((mark) => sealed('48', 'recordSealedFeedback', `mark ${mark}`, 'concluded', 'stays')),
  ...sealed('48', 'recordSealedFeedback', 'forward up', 'concluded', 'forwarded'),
  ...sealed('48', 'recordSealedFeedback', 'forward down', 'concluded', 'forwarded'),
  ...sealed('48', 'recordSealedFeedback', 'forward on paper', 'concluded', 'stays'),
  ...['report', 'major'].flatMap((kind) => sealed('53', 'reportCadre', `flag ${kind}`, 'any', 'stays')),
  ...['report', 'major'].flatMap((kind) => sealed('53', 'reportCadre', `send ${kind}`, 'any', 'stays')),
  ...rating('32', 'evaluate', 'open', 'notDue', 'open silent'),
  ...rating('32', 'evaluate', 'evaluate', 'open silent', 'open rated', { records: 'EvaluationSubmitted' }),
  ...rating('32', 'evaluate', 'evaluate', 'open rated', 'stays', { records: 'EvaluationSubmitted' }), // changed once
  ...rating('32', 'evaluate', 'evaluate', 'any', 'any', { records: 'MemberRated' }),
  ...rating('32', 'evaluate', 'close', 'open rated', 'closed rated'),
  ...rating('32', 'evaluate', 'close', 'open silent', 'closed silent'),
  ...paper('63', 'numberPaper', 'number', 'any', 'numbered'),
  ...paper('63', 'sealPaper', 'seal', 'numbered', 'sealed'),
  ...paper('63', 'voidNumber', 'void', ['numbered', 'sealed'], 'voided'),
  ...step('28', 'supervise', 'order', 'detect', 'none', 'detected'),
  ...step('28', 'supervise', 'order', 'end', 'detected', 'ended'),
  ...step('28', 'supervise', 'order', 'detect', 'ended', 'detected'),
  ...step('28', 'supervise', 'order', 'remind', 'detected', 'detected'),
  ...step('28', 'supervise', 'order', 'issue', 'detected', 'ordered'),
  ...step('28', 'supervise', 'order', 'open', 'none', 'ordered'),
  ...step('28', 'supervise', 'order', 'remind', 'ordered', 'ordered'),
  ...step('28', 'supervise', 'order', 'answer', 'ordered', 'replied'),
  ...step('28', 'supervise', 'order', 'verify', 'replied', 'verified'),
  ...step('28', 'supervise', 'order', 'verify', 'replied', 'ordered'),
  ...step('28', 'supervise', 'order', 'close', 'verified', 'closed'),
  ...Object.keys(RECOMMENDATIONS).flatMap((advice) =>
    step('29', `recommend ${advice}`, 'recommendation', 'send', 'none', 'sent', { records: 'RecommendationSent' }),
  ),
  ...Object.values(MEASURES).flatMap(({ act }) => step('56', 'takeConferenceMeasure', 'measure', 'take', 'none', 'taken', { records: act })),
  ...Object.values(MEASURES).flatMap(({ act }) => step('56', 'takeConferenceMeasure', 'measure', 'take', 'proposed', 'taken', { records: act })),
  ...intake('W03', 'giveHandlerCard', 'register', 'unknown', 'registered', { records: 'HandlerCardGiven' }),
  ...work('W06', 'decideInMeeting', 'meeting.decide', 'meeting held', 'stays', { records: 'MeetingDecided' }),
  ...step('W07', 'callOut', 'callOut', 'call', 'none', 'called'),
  ...step('W07', 'answerCallOut', 'callOut', 'answer', 'called', 'answered'),
  ...step('W07', 'answerCallOut', 'callOut', 'answer', 'called', 'refused'),
  ...step('W07', 'callOut', 'callOut', 'cancel', 'called', 'cancelled'),
  ...step('W08', 'updateBoard', 'board', 'open', 'none', 'changed'),
  ...step('W08', 'updateBoard', 'board', 'change', 'current', 'changed'),
  ...step('W08', 'updateBoard', 'board', 'review', 'current', 'changed'),
  ...step('W08', 'updateBoard', 'board', 'update', 'changed', 'current'),
  ...step('W09', 'recordPatrol', 'patrol', 'begin', 'none', 'due'),
  ...step('W09', 'recordPatrol', 'patrol', 'record', 'due', 'done'),
  ...step('W10', 'answerRecommendation', 'recommendation', 'feedback', 'sent', 'adopted'),
  ...step('W10', 'answerRecommendation', 'recommendation', 'feedback', 'sent', 'notAdopted', { records: 'RecommendationNotAdopted' }),
  ...step('W10', 'answerRecommendation', 'recommendation', 'explain', 'notAdopted', 'explained'),
  ...step('W11', 'reportYear', 'annualReport', 'begin', 'none', 'due', { records: 'YearEnded' }),
  ...step('W11', 'reportYear', 'annualReport', 'submit', 'due', 'submitted'),
  ...step('W12', 'assessYear', 'assessment', 'begin', 'none', 'due', { records: 'YearEnded' }),
  ...step('W12', 'assessYear', 'assessment', 'circulate', 'due', 'circulated'),
  ...step('W13', 'callForSuggestions', 'suggestionCall', 'begin', 'none', 'due', { records: 'YearStarted' }),
  ...step('W13', 'callForSuggestions', 'suggestionCall', 'publish', 'due', 'published'),
  ...step('W14', 'holdLeaderReception', 'reception', 'begin', 'none', 'due', { records: 'MonthStarted' }),
  ...work('W14', 'holdLeaderReception', 'reception.hold', 'any', 'reception held', { records: 'LeaderReceptionHeld' }),
  ...step('W15', 'inspect', 'inspection', 'end', 'none', 'ended'),
  ...step('W15', 'inspect', 'inspection', 'feedBack', 'ended', 'fedBack'),
  ...rowsOf('inspectorate')('W16', 'answerInspectorate', 'request', 'none', 'requested'),
  ...rowsOf('inspectorate')('W16', 'answerInspectorate', 'provide', 'requested', 'provided'),
  ...step('W17', 'followUpDanger', 'danger', 'find', 'none', 'found'),
  ...step('W17', 'followUpDanger', 'danger', 'followUp', 'found', 'followedUp'),
  ...step('W18', 'answerPrivacyRequest', 'privacy', 'receive', 'none', 'received'),
  ...step('W18', 'answerPrivacyRequest', 'privacy', 'answer', 'received', 'answered'),
  ...rowsOf('complaint')('W20', 'complainAboutConduct', 'receive', 'none', 'received'),
  ...rowsOf('complaint')('W20', 'answerConductComplaint', 'answer', 'received', 'answered'),
];

/** W03 `assignLobbyManager` is a local practice (D16) that no pack of these places asks for: it is in no row, and tested by itself in contexts/intake/domain/manager.test.ts. */
export const TRANSITIONS: readonly Transition[] = [...MATTER_TRANSITIONS, ...BESIDE].sort((one, other) => order(one) - order(other));

function order({ no }: Transition): number {
  return no.startsWith('W') ? 100 + Number(no.slice(1)) : Number(no);
}
