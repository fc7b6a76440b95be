/** What whoever complained is told of it: that it lies outside the unit, until when, and the answer. */
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { readWords } from '#platform/words.ts';
import { complaintClock } from './domain/clocks.ts';
import type { About, Result } from './domain/complaint.ts';
import { loadComplaint, type SupervisionNeeds } from './handle.ts';
import { findOfMatter } from './store.ts';

export interface ComplaintTold {
  readonly id: string;
  readonly member?: string; // of a group: theirs alone to see
  readonly about: About;
  readonly unit: string;
  readonly organ: string;
  readonly receivedOn: PlainDate;
  readonly said?: string; // their own words; none once they were deleted
  readonly answerBy?: PlainDate; // product default, not a legal date: E05 is marked P
  readonly answer?: { readonly on: PlainDate; readonly result: Result; readonly text: string };
}

export async function findComplaintsOf(needs: SupervisionNeeds, matter: Subject): Promise<readonly ComplaintTold[]> {
  const found = await findOfMatter(needs.db.sql, matter);
  const loaded = await Promise.all(found.map(({ region, subject }) => loadComplaint(needs, { region, id: subject })));
  const noted = loaded.flatMap(({ complaint: { received, answered } }) => [received?.words ?? [], answered?.words ?? []].flat());
  const texts = await readWords(
    needs.db.sql,
    needs.keys,
    noted.map(({ id }) => ({ region: matter.region, id })),
  );
  return loaded.flatMap(({ complaint: { received, answered }, actions }, index) => {
    if (!received) return [];
    const clock = complaintClock(actions, needs.lawOf(received.pack));
    const said = texts.get(received.words.id);
    return [
      {
        id: found[index]!.subject,
        ...(received.member && { member: received.member }),
        about: received.about,
        unit: received.unit,
        organ: received.organ,
        receivedOn: dateInChina(received.at),
        ...(said && { said }),
        ...(clock && { answerBy: clock.legalOn }),
        ...(answered && { answer: { on: answered.toldOn, result: answered.result, text: texts.get(answered.words.id) ?? '（内容已依法删除）' } }),
      },
    ];
  });
}
