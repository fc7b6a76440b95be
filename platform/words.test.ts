import { beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import type { Database } from './database.ts';
import { keysInMemory } from './keys-memory.ts';
import { newId } from './numbers-id.ts';
import { eraseKey, eraseWords } from './words-erase.ts';
import { openEnvelopes, putIn } from './words-envelopes.ts';
import { findWordsOf, isProvenBy, keepNotes, loadKeys, openKey, openRows, readWords, takeNote } from './words.ts';

const { regions: keys } = keysInMemory();
let db: Database;
let worker: Database;
let owner: Database;
beforeAll(async () => {
  const open = await cloneDatabase();
  [db, worker, owner] = [open(), open('huiyin_worker'), open('postgres')];
});

const newSubject = () => ({ region: 'qinghe', id: newId() });

async function keep(subject: { region: string; id: string }, ...texts: string[]) {
  const [row] = await loadKeys(db.sql, [subject]).execute();
  const notes = texts.map(takeNote);
  await db.send(...keepNotes(db.sql, keys, subject, row?.wrapped, notes));
  return notes.map(({ words }) => words);
}

describe('words', () => {
  it('are read by their ids, and by their subjects, from several at once', async () => {
    const [one, other] = [newSubject(), newSubject()];
    const words = [...(await keep(one, '路灯不亮')), ...(await keep(other, '断水', '王小明')), ...(await keep(one, '后来又写的'))];
    const read = await readWords(
      db.sql,
      keys,
      words.map(({ id }) => ({ region: 'qinghe', id })),
    );
    expect(words.map(({ id }) => read.get(id))).toEqual(['路灯不亮', '断水', '王小明', '后来又写的']);

    const rows = await db.send(findWordsOf(db.sql, one), findWordsOf(db.sql, other));
    expect(openRows(keys, rows.flat())).toEqual(read);
  });

  it('are proven by the hash in history, and nothing else is', async () => {
    const { words, text } = takeNote('七户');
    expect(isProvenBy(text, words)).toBe(true);
    expect(isProvenBy(text.replace('七', '八'), words)).toBe(false);
    expect(takeNote('七户').words.hash).not.toBe(words.hash);
  });

  it('lie in the database as nothing that can be searched', async () => {
    const subject = newSubject();
    await keep(subject, '梁家坡村三组');
    const rows = await owner.sql.selectFrom('words.text').selectAll().where('subject', '=', subject.id).execute();
    expect(rows[0]!.envelope.includes(Buffer.from('梁家坡'))).toBe(false);
  });

  it('do not open in the place of another subject', async () => {
    const [one, other] = [newSubject(), newSubject()];
    const [mine] = await keep(one, '甲');
    await keep(other, '乙');
    await owner.sql.updateTable('words.text').set({ subject: other.id }).where('id', '=', mine!.id).execute();
    await expect(readWords(db.sql, keys, [{ region: 'qinghe', id: mine!.id }])).rejects.toThrow();
  });

  it('are erased one by one or all at once, by the worker alone, at once for every reader', async () => {
    const subject = newSubject();
    const words = await keep(subject, '甲', '乙', '丙');
    const left = async () =>
      [
        ...(
          await readWords(
            db.sql,
            keys,
            words.map(({ id }) => ({ region: 'qinghe', id })),
          )
        ).values(),
      ].sort();
    expect(await left()).toHaveLength(3);

    await expect(db.send(eraseWords(db.sql, subject, [words[0]!.id]))).rejects.toThrow('permission denied');
    await expect(db.send(...eraseKey(db.sql, subject))).rejects.toThrow('permission denied');
    await worker.send(eraseWords(worker.sql, subject, [words[0]!.id]));
    expect(await left()).toEqual(['丙', '乙'].sort());
    await worker.send(...eraseKey(worker.sql, subject));
    expect(await left()).toEqual([]);
  });

  it('of a subject whose key is gone stay closed, even should a back-up bring the texts back', async () => {
    const subject = newSubject();
    const [words] = await keep(subject, '甲');
    const kept = await owner.sql.selectFrom('words.text').selectAll().where('subject', '=', subject.id).execute();
    await worker.send(...eraseKey(worker.sql, subject));
    await owner.sql.insertInto('words.text').values(kept).execute();
    expect((await readWords(db.sql, keys, [{ region: 'qinghe', id: words!.id }])).size).toBe(0);
  });
});

describe('an envelope in a row', () => {
  it('opens for a whole desk with one look at the keys, then none for a minute', async () => {
    const subjects = [newSubject(), newSubject(), newSubject()];
    await Promise.all(subjects.map((subject) => keep(subject, '甲')));
    const stored = await loadKeys(db.sql, subjects).execute();
    const rows = subjects.map(({ region, id }, index) => {
      const { wrapped } = stored.find(({ subject }) => subject === id)!;
      return { region, subject: id, envelope: putIn(openKey(keys, region, id, wrapped), id, 'title', `标题${index}`) };
    });

    const before = db.state().trips;
    expect(await openEnvelopes(db.sql, keys, rows, 'title')).toEqual(['标题0', '标题1', '标题2']);
    expect(await openEnvelopes(db.sql, keys, rows.slice(1), 'title')).toEqual(['标题1', '标题2']);
    expect(db.state().trips - before).toBe(1);
    await expect(openEnvelopes(db.sql, keys, rows, 'phone')).rejects.toThrow();

    const gone = { ...rows[0]!, subject: newId() };
    expect(await openEnvelopes(db.sql, keys, [gone], 'title')).toEqual([undefined]);
  });
});
