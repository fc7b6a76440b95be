import { actOnMatters, commitmentsOf, loadMatter, matterStep, PETITIONER, textOf, type MatterCommand } from '#contexts/casework/index.ts';
import type { Handlers, Taken } from '#contexts/transparency/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import { takeNote, type Note } from '#platform/words.ts';
import type { StaffNeeds } from './needs.ts';

interface Whose {
  readonly matter: Subject;
  readonly member?: string; // of a group: the one who signs, for themselves alone
}

/**
 * 双向承诺书, signed on the page of the matter: exactly what stood there, or
 * not at all; of a group each with their own code. Leaving it needs no reason
 * and has no effect (rights R7).
 */
export function commitmentHandler(needs: StaffNeeds, whoseOf: (taken: Pick<Taken, 'region' | 'codeHmac' | 'at'>, wanted: string) => Promise<Whose>) {
  const by = { person: PETITIONER, unit: PETITIONER };

  return {
    async commitment(taken, done) {
      const { subject, step, parts, until } = taken.message;
      const { matter, member } = await whoseOf(taken, subject);
      const as = { by, at: taken.at };
      const marked: Step = { subject: matter, take: () => ({ stream: 'matter', actions: [], writes: [done] }) };
      const take = (command: MatterCommand, notes: readonly Note[] = []) =>
        actOnMatters(needs, [matterStep(needs, matter, command, { notes }), marked], [matter]);

      if (step === 'cancel') await take(member ? { type: 'cancelAsMember', member, ...as } : { type: 'cancelCommitment', ...as });
      else if (member) {
        await mustStand(matter, parts);
        await take({ type: 'signAsMember', member, parts, until: until!, ...as });
      } else {
        const note = takeNote(await mustStand(matter, parts));
        await take({ type: 'signCommitment', signedAs: 'online', steps: note.words, until: until!, ...as }, [note]);
      }
    },
  } satisfies Pick<Handlers, 'commitment'>;

  /** @returns the promises as they were read; @throws Refusal where they have changed */
  async function mustStand(subject: Subject, parts: readonly string[]): Promise<string> {
    const { matter, texts } = await loadMatter(needs, subject);
    const open = commitmentsOf(matter).filter(({ owner, state }) => owner === matter.handlingUnit && state === 'open');
    const same = open.length === parts.length && open.every(({ part }) => parts.includes(part));
    if (!same) throw new Refusal('Stale', '您签的时候，单位的承诺已经变了，所以没有算您签。请重新看一遍，再决定签不签；不签不影响办理。');
    return open.map(({ what, dueOn }, at) => `${at + 1}. ${textOf(texts, what)}（最迟${dueOn}）`).join('\n');
  }
}
