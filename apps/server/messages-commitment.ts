import { actOnMatters, commitmentsOf, loadMatter, matterStep, PETITIONER, textOf, type MatterCommand } from '#contexts/casework/index.ts';
import type { Handlers, Taken } from '#contexts/transparency/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import { takeNote } from '#platform/words.ts';
import type { StaffNeeds } from './needs.ts';

/**
 * 双向承诺书, signed by the petitioner on the page of the matter: exactly what
 * stood there, or not at all. Leaving it needs no reason and has no effect (rights R7).
 */
export function commitmentHandler(needs: StaffNeeds, matterOf: (taken: Pick<Taken, 'region' | 'codeHmac' | 'at'>, wanted: string) => Promise<Subject>) {
  const by = { person: PETITIONER, unit: PETITIONER };

  return {
    async commitment(taken, done) {
      const { subject, step, parts, until } = taken.message;
      const matter = await matterOf(taken, subject);
      const marked: Step = { subject: matter, take: () => ({ stream: 'matter', actions: [], writes: [done] }) };
      if (step === 'cancel') {
        await actOnMatters(needs, [matterStep(needs, matter, { type: 'cancelCommitment', by, at: taken.at }), marked], [matter]);
        return;
      }
      const note = takeNote(await promised(matter, parts));
      const command: MatterCommand = { type: 'signCommitment', signedAs: 'online', steps: note.words, until: until!, by, at: taken.at };
      await actOnMatters(needs, [matterStep(needs, matter, command, { notes: [note] }), marked], [matter]);
    },
  } satisfies Pick<Handlers, 'commitment'>;

  /** The promises as they were read, if they still stand. */
  async function promised(subject: Subject, parts: readonly string[]): Promise<string> {
    const { matter, texts } = await loadMatter(needs, subject);
    const open = commitmentsOf(matter).filter(({ owner, state }) => owner === matter.handlingUnit && state === 'open');
    const same = open.length === parts.length && open.every(({ part }) => parts.includes(part));
    if (!same) throw new Refusal('Stale', '您签的时候，单位的承诺已经变了，所以没有算您签。请重新看一遍，再决定签不签；不签不影响办理。');
    return open.map(({ what, dueOn }, at) => `${at + 1}. ${textOf(texts, what)}（最迟${dueOn}）`).join('\n');
  }
}
