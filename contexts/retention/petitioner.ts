/** What a petitioner asked about their own data, and what was answered: read for their page alone. */
import { findAbout, loadWork, type CoordinationDb } from '#contexts/coordination/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import { isWords, type Work } from '#kernel/work/kind.ts';
import { workClocks } from '#kernel/work/clocks.ts';
import type { Database } from '#platform/database.ts';
import type { KeyRing } from '#platform/keys.ts';
import { readWords } from '#platform/words.ts';
import { KEEP_REASONS, PRIVACY, WAY_OUT, wishOf, type PrivacyResult, type Wish } from './domain/privacy.ts';

export interface PrivacyTold {
  readonly id: string;
  readonly member?: string; // of a group: whoever asked for themselves
  readonly on: PlainDate;
  readonly wish: Wish;
  readonly answerBy?: PlainDate; // a default of this system: the law says 及时
  readonly answer?: { readonly on: PlainDate; readonly result: PrivacyResult; readonly text: string; readonly ground?: string; readonly wayOut?: string };
}

export interface PrivacyNeeds {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly lawOf: (version: string) => Law;
}

const KINDS = { privacy: PRIVACY };

export async function findPrivacyOf(needs: PrivacyNeeds, region: string, intakeNo: string): Promise<readonly PrivacyTold[]> {
  const found = await findAbout(needs.db.sql as CoordinationDb, region, 'privacy', intakeNo);
  const loaded = await Promise.all(
    found.map(async (row) => ({
      id: row.subject,
      region: row.region,
      ...(await loadWork({ db: needs.db, workKinds: KINDS }, { region: row.region, id: row.subject })),
    })),
  );
  const answers = loaded.flatMap(({ region: home, work }) => (isWords(work.values.answer) ? [{ region: home, id: work.values.answer.id }] : []));
  const texts = await readWords(needs.db.sql, needs.keys, answers);
  return loaded.map(({ id, work, actions }) => {
    const clock = Object.values(workClocks(PRIVACY, actions, needs.lawOf(work.pack))).find((reading) => reading.clock === 'E03');
    const answer = answerOf(work, texts);
    const member = typeof work.values.member === 'string' ? { member: work.values.member } : {};
    return { id, ...member, on: dateInChina(work.openedAt!), wish: wishOf(work.values), ...(clock && { answerBy: clock.legalOn }), ...(answer && { answer }) };
  });
}

function answerOf({ entries, values }: Work, texts: ReadonlyMap<string, string>): PrivacyTold['answer'] {
  const answered = entries.findLast(({ step }) => step === 'answer');
  if (!answered) return undefined;
  const result = values.result as PrivacyResult;
  const ground = KEEP_REASONS[values.ground as keyof typeof KEEP_REASONS];
  const text = isWords(values.answer) ? (texts.get(values.answer.id) ?? '（内容已依法删除）') : '';
  return { on: dateInChina(answered.at), result, text, ...(ground && { ground }), ...(result !== 'granted' && { wayOut: WAY_OUT }) };
}
