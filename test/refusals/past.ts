import { openStaffNeeds } from '#apps/server/needs.ts';
import { handleMatter, type MatterCommand } from '#contexts/casework/index.ts';
import { registerIntake } from '#contexts/intake/index.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { takeNote } from '#platform/words.ts';
import { remember } from '../official.ts';
import type { Running } from '../running.ts';
import { CLASSIFY, letter, type Matter } from './way.ts';

/**
 * Lets time have passed for a matter of the running program: the same acts, by
 * the same code, on the same database and keys, under a clock that stood days
 * ago. The program itself knows no other clock than today's.
 */
export async function referredDaysAgo(running: Running, days: number, { to = 'qinghe/housing', handled = false } = {}): Promise<Matter> {
  const settings = readSettings({ HUIYIN_DATA: running.data, HUIYIN_DEMO: '0' });
  const today = await openStaffNeeds(settings, createLog('test', 'error'), 'office');
  const at = new Date(Date.now() - days * 86_400_000);
  const then = { ...today, now: () => at };
  const unit = 'qinghe/petition';
  const by = { person: '陶敬之', unit };
  try {
    const { receivedAt: _, parts: __, ...words } = letter();
    remember(words);
    const part = { title: words.title, text: words.text, claims: words.claims, classify: { ...CLASSIFY, simple: false, ownLower: false, evaluation: true } };
    const arrived = { ...words, channel: 'letter', receivedAt: at, unit, isPetitionDept: true, level: 'county' } as unknown as Parameters<
      typeof registerIntake
    >[2];
    const { intake, no, code = '', matters } = await registerIntake(then, 'qinghe', arrived, { by, parts: [part as never] });
    const [subject] = matters;
    if (!subject) throw new Error('No matter was opened');
    const note = takeNote('请依法办理并告知来信人。');
    await handleMatter(then, subject, { type: 'refer', to, note: note.words, by, at } as MatterCommand, { notes: [note] });
    if (handled) {
      const done = { by: { person: '李砚秋', unit: to }, at };
      const card = takeNote(JSON.stringify({ name: '李砚秋', post: '房地产管理科科长', phone: '0000-622 0121' }));
      await handleMatter(then, subject, { type: 'accept', route: 'petitionProcedure', ...done });
      await handleMatter(then, subject, { type: 'startHandling', handler: { person: '李砚秋', card: card.words }, ...done }, { notes: [card] });
    }
    return { region: subject.region, matter: subject.id, no, intake: intake.id, code };
  } finally {
    await today.close();
  }
}
