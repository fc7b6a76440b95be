import { CATEGORIES, contactAt, KINDS, partiesOf, type LoadedMatter } from '#contexts/casework/index.ts';
import { getCalendar } from '#kernel/calendar.ts';
import { dateInChina } from '#kernel/dates.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import type { Row, Value, Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { datesNow } from './dates.ts';
import type { DocumentsNeeds } from './needs.ts';
import { recusalPrefill } from './prefill-recusal.ts';
import { reviewPrefill } from './prefill-review.ts';

/** What the matter already knows is not typed again: names, dates, claims, who handles, where to go. */
export function prefill(needs: DocumentsNeeds, code: PaperCode, loaded: LoadedMatter, unit: string, given: Values = {}): Values {
  const { fields } = CATALOGUE[code];
  const known = { ...commonOf(needs, loaded, unit), ...special(needs, code, loaded, unit), ...given };
  const kept = Object.fromEntries(fields.flatMap(({ name }): [string, Value][] => (known[name] === undefined ? [] : [[name, known[name]]])));
  return { ...kept, ...datesNow(code, kept, loaded.matter, calendarOf(needs)) };
}

export const calendarOf = ({ calendars, calendar }: DocumentsNeeds) => getCalendar(calendars, calendar());

function commonOf(needs: DocumentsNeeds, loaded: LoadedMatter, unit: string): Record<string, Value | undefined> {
  const { matter, texts } = loaded;
  const text = (words: { id: string } | undefined) => (words && texts.get(words.id)) || undefined;
  const names = namesOf(loaded);
  const handler = cardOf(loaded, unit);
  const { phones, name } = needs.signatureOf(unit);
  const title = text(matter.opening?.title);
  return {
    addressee: names,
    petitioner: names,
    subject: title,
    summary: text(matter.opening?.text)?.slice(0, 300),
    receivedOn: matter.firstReceipt,
    acceptedOn: matter.acceptedOn,
    claim:
      matter.claims
        .map(({ text: words }) => text(words))
        .filter((one) => one !== undefined)
        .join('；') || undefined,
    suggestion:
      matter.claims
        .map(({ text: words }) => text(words))
        .filter((one) => one !== undefined)
        .join('\n') || text(matter.opening?.text),
    ...(handler && { handlerName: handler.name, handlerPost: handler.post, handlerPhone: handler.phone }),
    contactPerson: handler?.name ?? name,
    contactPhone: handler?.phone ?? phones[0],
  };
}

function special(needs: DocumentsNeeds, code: PaperCode, loaded: LoadedMatter, unit: string): Record<string, Value | undefined> {
  const { matter } = loaded;
  const nameOf = (code?: string) => (code ? needs.organs().nameOf(code) : undefined);
  const assignment = matter.assignments.at(-1);
  const superior = needs.organs().superiorOf(unit);
  const referred = matter.assignments.find(({ to }) => to === unit);
  switch (code) {
    case 'F01':
      return { facts: loaded.texts.get(matter.opening?.text.id ?? ''), purpose: purposeOf(loaded) };
    case 'F04':
    case 'F05': {
      const claims = linesOf(loaded).filter(Boolean).map(plainly).join('；'); // “主要诉求”: what is asked for; the story where nothing is
      return {
        addressee: nameOf(assignment?.to),
        basis: code === 'F05' ? 'important' : 'own',
        reportForm: '书面报告，附信访人签收的答复',
        ...(claims && { summary: claims }),
      };
    }
    case 'F06':
      return {
        destination: nameOf(assignment?.to),
        sentOn: assignment?.receivedOn,
        sentAs: assignment?.reportDuty ? 'assigned' : 'referred',
        destinationContact: contactOf(needs, assignment?.to),
      };
    case 'F07':
      return {
        claims: linesOf(loaded),
        route: matter.classification?.kind === 'suggestion' ? 'suggestion' : (matter.route ?? undefined),
        procedure: 'ordinary',
        referredBy: nameOf(referred?.from),
      };
    case 'F08':
    case 'F11':
      return { remedyOrgan: nameOf(superior) };
    case 'F12':
      return { addressee: nameOf(referred?.from), arrivedOn: referred?.receivedOn };
    case 'F13':
      return { addressee: nameOf(matter.assignments.findLast(({ from }) => from === unit)?.to) };
    case 'F15':
    case 'F16':
      return { days: '30' };
    case 'F17':
      return { rights: '调查人出示了工作证件，说明了来意，告知被调查人应当如实陈述，可以申请调查人回避，可以补充材料。' };
    case 'F23':
      return {
        source: referred ? `${nameOf(referred.from)}${chinese(referred.receivedOn)}转来` : '您直接向本单位提出',
        claims: opinionRows(loaded),
        reviewOrgan: nameOf(superior),
        reviewAddress: contactOf(needs, superior),
      };
    case 'F32':
      return { addressee: nameOf(referred?.from) };
    case 'F56': {
      const { requestedOn, confirmedOn } =
        matter.review?.recheckWithdrawn && matter.stage !== 'withdrawn' ? matter.review.recheckWithdrawn : (matter.withdrawal ?? {});
      return { withdrawn: matter.stage === 'withdrawn' ? 'matter' : 'recheck', requestedOn, confirmedOn };
    }
    case 'F18':
      return recusalPrefill(needs, loaded, unit);
    case 'F09':
    case 'F19':
    case 'F33':
    case 'F34':
    case 'F35':
    case 'F36':
    case 'F37':
    case 'F57':
      return reviewPrefill(needs, code, loaded, (of) => contactOf(needs, of));
    case 'F45':
      return { petitionDept: nameOf(matter.petitionDept ?? matter.desk), handlingUnit: nameOf(matter.handlingUnit) };
    case 'F50':
      return { startedOn: matter.firstReceipt, endedOn: lastDay(loaded) };
    default:
      return {};
  }
}

const purposeOf = ({ matter: { classification } }: LoadedMatter) =>
  classification && `${KINDS[classification.kind].name}，${categoryNamed(classification.category)}`;
const categoryNamed = (code: string) => CATEGORIES.find((one) => one.code === code)?.name ?? code;

/** Everybody who brought it, by name; a group by its first name and count. */
function namesOf(loaded: LoadedMatter): string | undefined {
  const names = partiesOf(loaded)
    .filter(({ role }) => role === 'principal' || role === 'representative')
    .map(({ name }) => name);
  if (names.length === 0) return loaded.matter.opening?.anonymous ? '信访人' : undefined;
  const { people = 1 } = loaded.matter.opening ?? {};
  return people > names.length && names.length > 0 ? `${names.slice(0, 5).join('、')}等${people}人` : names.join('、');
}

/** Who has it in hand at the unit that writes: the handler, or whoever reviews; never somebody of another office. */
function cardOf({ matter, texts }: LoadedMatter, unit: string): { name: string; post: string; phone: string } | undefined {
  const contact = contactAt(matter, unit);
  const card = contact && texts.get(contact.card.id);
  return card ? JSON.parse(card) : undefined;
}

function contactOf(needs: DocumentsNeeds, unit: string | undefined): string | undefined {
  if (!unit) return undefined;
  const { address, phones } = needs.signatureOf(unit);
  return [address, phones[0]].filter((part) => part).join('，') || undefined;
}

const plainly = (claim: string) => claim.trim().replace(/[。；]$/, '');
const linesOf = ({ matter, texts }: LoadedMatter): string[] => matter.claims.map(({ text }) => texts.get(text.id) ?? '');

const opinionRows = (loaded: LoadedMatter): Row[] =>
  linesOf(loaded).map((claim, index) => ({
    no: String(loaded.matter.claims[index]?.no ?? index + 1),
    claim,
    facts: '',
    result: '',
    opinion: '',
    basis: '',
    performer: '',
    performBy: '',
  }));

const lastDay = ({ past }: LoadedMatter) => {
  const last = past.at(-1);
  return last && dateInChina(last.at);
};

const chinese = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
