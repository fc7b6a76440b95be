/** What the registration form (F01) says of the arrival itself: channel, moment, who wrote it down, whether an oral account was read back and signed. */
import type { Values } from '#contexts/documents/index.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { clockTime } from '#kernel/words.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { loadIntake, type IntakeNeeds } from '../handle.ts';

const READ_BACK = { signature: 'signed', voice: 'voice', refused: 'declined' } as const;

/** @throws Refusal NotFound where there is no such arrival */
export async function registrationOf(needs: IntakeNeeds, subject: Subject, personOf: (id: string) => string): Promise<Values> {
  const { past, intake, texts } = await loadIntake(needs, subject);
  const { received, receivedAt } = intake;
  const told = past.find(({ type }) => type === 'OralRecordConfirmed') as unknown as { how: keyof typeof READ_BACK; drawn?: { id: string } } | undefined;
  const staff = past.find(({ type }) => type === 'IntakeRegistered')?.by.person;
  const drawn = told?.drawn && texts.get(told.drawn.id);
  const place = received?.place && texts.get(received.place.id);
  return {
    ...(received && { intakeNo: received.no, channel: CHANNELS[received.channel].name, peopleCount: String(received.people) }),
    ...(receivedAt && { receivedAt: `${dateInChina(receivedAt)} ${clockTime(receivedAt)}` }),
    ...(place && { place }),
    ...(staff && { staff: personOf(staff) }),
    oralConfirmed: told ? READ_BACK[told.how] : 'notOral',
    ...(drawn && { oralSignature: drawn }),
  };
}
