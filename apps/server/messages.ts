import { actOnMatters, answerableOrgan, loadMatter, matterStep, partiesOf, PETITIONER, type MatterCommand } from '#contexts/casework/index.ts';
import { handleWork } from '#contexts/coordination/index.ts';
import { recordDelivery } from '#contexts/documents/index.ts';
import { evaluate } from '#contexts/evaluation/index.ts';
import { codeBehind, loadIntake } from '#contexts/intake/index.ts';
import { receiveComplaint } from '#contexts/supervision/index.ts';
import type { Handlers, Taken } from '#contexts/transparency/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import { takeNote } from '#platform/words.ts';
import { commitmentHandler } from './messages-commitment.ts';
import { rosterHandlers } from './messages-roster.ts';
import type { StaffNeeds } from './needs.ts';
import { withContact } from './speaker.ts';

/**
 * What the holder of a query code said on the portal, brought to the context
 * that it concerns, each once: the message is marked as taken in the transaction
 * of the act. A code reaches the matters of its own intake and no others.
 */
export function messageHandlers(needs: StaffNeeds): Handlers {
  const by = { person: PETITIONER, unit: PETITIONER };

  return {
    ...rosterHandlers(needs, async (taken, wanted) => matterOfCode(needs, await mustBring(taken), wanted)),
    ...commitmentHandler(needs, (taken, wanted) => whoseOfCode(needs, taken, wanted)),

    async rating(taken, done) {
      const { subject, petitionDept, handlingUnit, callBack } = taken.message;
      const matter = await matterOfCode(needs, taken, subject);
      const { member } = await codeOf(needs, taken);
      await evaluate(needs, matter, {
        callBack,
        ...(member && { member }),
        at: taken.at,
        done,
        ...(petitionDept && { petitionDept }),
        ...(handlingUnit && { handlingUnit }),
      });
    },

    async supplement(taken, done) {
      const { subject, text, files } = taken.message;
      const matter = await matterOfCode(needs, taken, subject);
      const kept = files.length > 0 ? JSON.stringify({ text, files }) : text;
      await add(matter, kept, (words) => ({ type: 'addMaterial', text: words, by, at: taken.at }), done);
    },

    async review(taken, done) {
      const { subject, instance, organ, grounds, newFacts, excuse } = taken.message;
      const matter = await matterOfCode(needs, taken, subject);
      const notes = { grounds: takeNote(grounds), ...(newFacts && { newFacts: takeNote(newFacts) }), ...(excuse && { excuse: takeNote(excuse) }) };
      const words = Object.fromEntries(Object.entries(notes).map(([name, note]) => [name, note.words])) as { grounds: Words; newFacts?: Words; excuse?: Words };
      const type = instance === 'recheck' ? 'requestRecheck' : 'requestReview';
      const command: MatterCommand = { type, on: dateInChina(taken.at), ...(organ && { organ }), ...words, by, at: taken.at };
      await actOnMatters(needs, [matterStep(needs, matter, command, { notes: Object.values(notes) }), marking(matter, done)], [matter]);
    },

    async contact(taken, done) {
      const { phone, address } = taken.message;
      const matter = await matterOfCode(needs, await mustBring(taken));
      const parties = withContact(partiesOf(await loadMatter(needs, matter)), { ...(phone && { phone }), ...(address && { address }) });
      await add(matter, JSON.stringify(parties), (words) => ({ type: 'changeContact', parties: words, contactKnown: true, by, at: taken.at }), done);
    },

    async electronicDelivery(taken, done) {
      const matter = await matterOfCode(needs, await mustBring(taken));
      const step = matterStep(needs, matter, { type: 'consentElectronic', consented: taken.message.consented, by, at: taken.at });
      await actOnMatters(needs, [step, marking(matter, done)], [matter]);
    },

    async ask(taken, done) {
      const { subject, about, text, headConcerned, newGround } = taken.message;
      const whole = about === 'withdraw'; // one member does not end what the others brought; any of them may go on with it
      const matter = await matterOfCode(needs, whole ? await mustBring(taken) : taken, subject);
      await add(
        matter,
        text,
        (words) => ({ ...askedFor(about, words, { ...(headConcerned && { headConcerned }), ...(newGround && { newGround }) }), by, at: taken.at }),
        done,
      );
    },

    async opened(taken, done) {
      const { subject, document, on } = taken.message;
      const matter = await matterOfCode(needs, await mustBring(taken), subject); // the representatives' copy counts
      const evidence = { opened: `${on} 凭查询码打开` };
      await recordDelivery(needs, matter, Number(document.split('/')[1]), { actor: by, evidence, on, also: [marking(matter, done)] });
    },

    /** To the officer for personal information, whatever has become of the matter; of a group each member asks for themselves. */
    async privacy(taken, done) {
      const { wish, text } = taken.message;
      const [intake, { member }] = await Promise.all([intakeOfCode(needs, taken), codeOf(needs, taken)]);
      const desk = needs.directory.current().petitionDeptOf(taken.region);
      if (!desk) throw new NotYet();
      const note = takeNote(member ? `${OF_MEMBER}${text}` : text);
      await handleWork(
        needs,
        { region: taken.region, id: taken.id },
        {
          kind: 'privacy',
          step: 'receive',
          values: { wish, text: note.words, intake: intake.subject.id, matter: intake.intake.received!.no, ...(member && { member }) },
          notes: [note],
          lengths: { text: [...text].length },
          by: { ...by, roles: 'system' },
          owner: desk,
          at: taken.at,
          also: [done],
        },
      );
    },

    async complaint(taken, done) {
      const { subject, about, text, to } = taken.message;
      const whose = await whoseOfCode(needs, taken, subject);
      const loaded = (await loadMatter(needs, whose.matter)).matter;
      const unit = answerableOrgan(loaded) ?? loaded.handlingUnit ?? loaded.petitionDept; // who answers now; once it has ended, who did
      if (!unit) throw new NotYet();
      await receiveComplaint(needs, { id: taken.id, unit, about, text, ...whose, toSuperior: to === 'above', by, at: taken.at, done });
    },
  };

  /** What concerns the whole matter is for whoever brought it, and for the representatives. */
  async function mustBring<Any extends Pick<Taken, 'region' | 'codeHmac' | 'at'>>(taken: Any): Promise<Any> {
    if ((await codeOf(needs, taken)).kind === 'member')
      throw new Refusal(
        'NotAllowed',
        '这一项要由代表提出。您自己可以评价、补充材料、投诉，签或者退出自己的双向承诺书，在“我的信息”里查、改自己的信息，也可以随时退出名册。',
      );
    return taken;
  }

  async function add(matter: Subject, text: string, command: (words: Words) => MatterCommand, done: Query): Promise<void> {
    const note = takeNote(text);
    await actOnMatters(needs, [matterStep(needs, matter, command(note.words), { notes: [note] }), marking(matter, done)], [matter]);
  }
}

/** So that the officer knows whose data it is about; the name stands on the roster. */
const OF_MEMBER = '（名册中的一名成员凭本人的查询码提出）\n';

/** What each is in casework; its rules say whether it can be done now. */
const ASKED = {
  withdraw: (statement: Words) => ({ type: 'requestWithdrawal' as const, statement }),
  undoWithdraw: (statement: Words) => ({ type: 'undoWithdraw' as const, statement }),
  disputeRoute: (grounds: Words) => ({ type: 'disputeRoute' as const, grounds }),
  appealRepeat: (grounds: Words) => ({ type: 'appealRepeat' as const, grounds }),
  applyHearing: (grounds: Words) => ({ type: 'applyForHearing' as const, grounds }),
  challengePanel: (interest: Words) => ({ type: 'challengePanel' as const, interest }),
  objectPublication: (grounds: Words) => ({ type: 'objectToPublication' as const, grounds }),
  recusal: (interest: Words) => ({ type: 'requestRecusal' as const, interest }),
};

/** Where the head of the unit is concerned too, the organ above decides on the recusal (第二十八条第三款). */
const askedFor = (about: keyof typeof ASKED, words: Words, more: { readonly headConcerned?: true; readonly newGround?: true }) =>
  about === 'recusal' ? { ...ASKED.recusal(words), ...more } : ASKED[about](words);

/** Its intake is registered, but no person has made a matter of it: the message waits. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}

const marking = (subject: Subject, done: Query): Step => ({ subject, take: () => ({ stream: 'matter', actions: [], writes: [done] }) });

/** What the code leads to; nothing once it was replaced, or its member has left. */
async function codeOf(needs: StaffNeeds, { region, codeHmac, at }: Pick<Taken, 'region' | 'codeHmac' | 'at'>) {
  const code = await codeBehind(needs, region, codeHmac);
  if (!code) throw new NotYet();
  if (code.revoked_at && code.revoked_at <= at) throw new Refusal('NotAllowed', '这个查询码已经补发作废，请用新的查询码。');
  return code;
}

async function intakeOfCode(needs: StaffNeeds, taken: Pick<Taken, 'region' | 'codeHmac' | 'at'>) {
  return loadIntake(needs, { region: taken.region, id: (await codeOf(needs, taken)).intake });
}

/** The matter named, or the only one; never one of another intake. */
async function matterOfCode(needs: StaffNeeds, taken: Pick<Taken, 'region' | 'codeHmac' | 'at'>, wanted?: string): Promise<Subject> {
  const { region } = taken;
  const [{ intake }, code] = await Promise.all([intakeOfCode(needs, taken), codeOf(needs, taken)]);
  const id = wanted ?? code.matter ?? intake.matters[0];
  if (!id) throw new NotYet();
  if (!intake.matters.includes(id) || (code.matter && code.matter !== id)) throw new Refusal('NotFound', '这个查询码下没有这件信访事项。');
  return { region, id };
}

/** The matter, and of a group whose code it is. */
async function whoseOfCode(needs: StaffNeeds, taken: Pick<Taken, 'region' | 'codeHmac' | 'at'>, wanted?: string) {
  const [matter, { member }] = await Promise.all([matterOfCode(needs, taken, wanted), codeOf(needs, taken)]);
  return { matter, ...(member && { member }) };
}
