import { actOnMatters, loadMatter, matterStep, PETITIONER, type MatterCommand } from '#contexts/casework/index.ts';
import { codeBehind, endMemberCode, giveMemberCode, memberOf } from '#contexts/intake/index.ts';
import type { Handlers, Taken } from '#contexts/transparency/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import { takeNote } from '#platform/words.ts';
import { forgetWords } from '#platform/words-erasure.ts';
import type { StaffNeeds } from './needs.ts';

const CONSENT = '个人信息保护法第十五条';

/**
 * What the people of a group do with their roster, each for themselves: the
 * name comes with the code that the person will hold, and goes with it (不变量 26).
 */
export function rosterHandlers(needs: StaffNeeds, matterOf: (taken: Pick<Taken, 'region' | 'codeHmac' | 'at'>, wanted: string) => Promise<Subject>) {
  const by = { person: PETITIONER, unit: PETITIONER };

  return {
    async openRoster(taken, done) {
      const matter = await matterOf(taken, taken.message.subject);
      const command: MatterCommand = { type: 'openRoster', representatives: taken.message.representatives, by, at: taken.at };
      await actOnMatters(needs, [matterStep(needs, matter, command), writing(matter, [done])], [matter]);
    },

    async joinRoster({ region, codeHmac, at, message }, done) {
      const { join, codeKey, name, phone } = message;
      const code = await codeBehind(needs, region, Buffer.from(join, 'hex'));
      if (code?.kind !== 'join' || !code.matter || code.revoked_at) throw new Refusal('NotAllowed', '这个加入码已经换了。请向代表要新的加入码。');
      const matter = { region, id: code.matter };
      const member = memberOf(codeHmac);
      const note = takeNote(JSON.stringify({ name, ...(phone && { phone }) }));
      const given = giveMemberCode(needs, matter, { codeHmac, codeKey: Buffer.from(codeKey, 'base64'), intake: code.intake, member });
      const step = matterStep(needs, matter, { type: 'joinRoster', member, card: note.words, by, at }, { notes: [note] });
      await actOnMatters(needs, [step, writing(matter, [given, done])], [matter]);
    },

    /** Whoever holds the member's code is the member: a person can take off no name but their own. */
    async leaveRoster({ region, codeHmac, at }, done) {
      const code = await codeBehind(needs, region, codeHmac);
      if (code?.kind !== 'member' || !code.matter || !code.member || code.revoked_at) throw new Refusal('NotAllowed', '名册里没有您，不需要退出。', CONSENT);
      const matter = { region, id: code.matter };
      const card = (await loadMatter(needs, matter)).matter.collective?.members[code.member];
      const ends = [endMemberCode(needs, region, codeHmac), ...forgetWords(needs.db.sql, matter, card ? [card.id] : [], 'request', needs.now())];
      const step = matterStep(needs, matter, { type: 'leaveRoster', member: code.member, by, at });
      await actOnMatters(needs, [step, writing(matter, [...ends, done])], [matter]);
    },

    /** The representative would withdraw: each member answers for themselves, and nobody for another. */
    async answerWithdrawal({ region, codeHmac, at, message }, done) {
      const code = await codeBehind(needs, region, codeHmac);
      if (code?.kind !== 'member' || !code.matter || !code.member || code.revoked_at) throw new Refusal('NotAllowed', '名册里没有您，不需要答复。');
      const matter = { region, id: code.matter };
      const step = matterStep(needs, matter, { type: 'answerWithdrawal', member: code.member, agrees: message.agrees, by, at });
      await actOnMatters(needs, [step, writing(matter, [done])], [matter]);
    },

    /** The same to an agreement: to the terms that stood on the page, and to no others. */
    async answerAgreement({ region, codeHmac, at, message: { agrees, offer } }, done) {
      const code = await codeBehind(needs, region, codeHmac);
      if (code?.kind !== 'member' || !code.matter || !code.member || code.revoked_at) throw new Refusal('NotAllowed', '名册里没有您，不需要答复。');
      const matter = { region, id: code.matter };
      const step = matterStep(needs, matter, { type: 'answerAgreement', member: code.member, agrees, offer, by, at });
      await actOnMatters(needs, [step, writing(matter, [done])], [matter]);
    },
  } satisfies Pick<Handlers, 'openRoster' | 'joinRoster' | 'leaveRoster' | 'answerWithdrawal' | 'answerAgreement'>;
}

const writing = (subject: Subject, writes: readonly Query[]): Step => ({ subject, take: () => ({ stream: 'matter', actions: [], writes }) });
