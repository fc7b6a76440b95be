import { findComplaintsOf, type SupervisionNeeds } from '#contexts/supervision/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { PublicComplaint } from '../domain/progress.ts';

/**
 * The complaints that one page shows: those of whoever has its code. What a
 * member of a group complains about alone stands on no page but their own,
 * least of all on that of the representatives.
 */
export async function complaintsOf(needs: SupervisionNeeds, matter: Subject, member?: string): Promise<PublicComplaint[]> {
  const directory = needs.directory.current();
  const own = (await findComplaintsOf(needs, matter)).filter((complaint) => complaint.member === member);
  return own.map(({ receivedOn, about, organ, said, answerBy, answer }) => ({
    on: receivedOn,
    about,
    organ: directory.nameOf(organ),
    ...(said && { said }),
    ...(answerBy && { answerBy }),
    ...(answer && { answer }),
  }));
}
