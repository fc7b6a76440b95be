import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { registerIntake as registerAtOnce, type Arrived } from '#contexts/intake/index.ts';
import * as intake from '#contexts/intake/contract.ts';
import { actOnMatter } from '#contexts/casework/contract.ts';
import { IN_PERSON } from '#kernel/channels.ts';
import { signedText } from '#contexts/intake/domain/offline.ts';
import { takeInbox } from '#contexts/sealed/index.ts';
import type { Story, StoryMatter } from '../../../../data/demo/schema.ts';
import { partiesOf } from '../contact.ts';
import { isClassifiedLater } from '../plan.ts';
import type { Do, Doing } from './deed.ts';
import { sendFromPortal, uploadAtDesk } from './files.ts';

/** From the door to the desk: registered, read by a person, and made into matters. */
export const register: Do = async (doing) => {
  const { stage, scene, story, deed } = doing;
  const { petitioner, channel, text, receivedBy, externalId, files = [] } = story;
  const parties = partiesOf(petitioner);
  const registration = {
    channel,
    receivedAt: deed.arrivedAt.toISOString(),
    title: titleOf(story),
    text,
    claims: wishesOf(story),
    parties,
    anonymous: parties.length === 0,
    electronic: petitioner.electronic === true && parties.some(({ phone }) => phone),
    people: petitioner.people ?? 1,
    ...(placeOf(doing) && { place: placeOf(doing) }),
    ...(externalId && { external: { source: '上级信访平台', id: externalId } }),
    ...(IN_PERSON.has(channel) && { oral: channel === 'phone' ? ('voice' as const) : petitioner.anonymous ? ('refused' as const) : ('signature' as const) }),
  };
  if (story.offlineHours) {
    await syncFrom(doing, registration);
    return;
  }
  if (!isByThemselves(channel)) {
    const actor = stage.cast.receptionist(deed.by, channel);
    const body = { ...registration, files: await uploadAtDesk(stage, actor, files) };
    await stage.office.ask(intake.registerIntake, actor, { body: body as never });
    return;
  }
  const { staff } = stage.office;
  const { receivedAt, ...rest } = registration;
  const arrived: Arrived = {
    ...(rest as unknown as Omit<Arrived, 'receivedAt'>),
    receivedAt: new Date(receivedAt),
    unit: receivedBy,
    isPetitionDept: stage.directory().isPetitionDept(receivedBy),
    level: staff.levelOf(receivedBy),
    ...(files.length > 0 && { files: await sendFromPortal(stage, files) }),
  };
  await registerAtOnce(staff, scene.region, arrived, { by: { person: '系统', unit: receivedBy } });
};

/** Taken down and signed on a device where there was no network, and registered once it is back (不变量 46). */
async function syncFrom({ stage, story, deed }: Doing, registration: object): Promise<void> {
  const actor = stage.cast.receptionist(deed.by, story.channel);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const { device } = await stage.office.ask(intake.prepareDevice, actor, { body: { publicKey: key } });
  const madeAt = new Date(deed.arrivedAt.getTime() + 5 * 60_000).toISOString();
  const entry = { device, sequence: 1, madeAt, registration };
  const signature = signWith('sha256', Buffer.from(signedText(entry)), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64');
  await stage.office.ask(intake.syncOffline, actor, { body: { ...entry, signature } as never });
}

/** On the web nobody stands between: what is sent is registered at that moment. */
const isByThemselves = (channel: Story['channel']) => channel === 'web' || channel === 'mobile' || channel === 'kiosk';

export const keep: Do = async ({ stage, scene, story, deed }) => {
  const { region, id } = await scene.intake();
  const seen = await scene.seen({ region, id });
  const purpose = story.purpose ?? 'inquiry';
  await stage.office.ask(intake.keepAsIntake, stage.cast.receptionist(deed.by, story.channel), { params: { region, intake: id }, body: { seen, purpose } });
};

export const answer: Do = async ({ stage, scene, story, deed }) => {
  const { region, id } = await scene.intake();
  const { text, basis } = story.answer!;
  const body = { seen: await scene.seen({ region, id }), answer: text, basis };
  await stage.office.ask(intake.answerInquiry, stage.cast.receptionist(deed.by, story.channel), { params: { region, intake: id }, body });
};

export const open: Do = async ({ stage, scene, story, deed }) => {
  const { region, id } = await scene.intake();
  const parts = story.matters.map((matter) => partOf(matter, story));
  const body = { seen: await scene.seen({ region, id }), parts, ...(story.released && { release: story.released }) };
  await stage.office.ask(intake.openMatters, triage(stage, deed.by), { params: { region, intake: id }, body });
  if (parts.some(({ accusation }) => accusation)) {
    await takeInbox(stage.office.sealed, (error) => {
      throw error;
    });
  }
};

export const classify: Do = async ({ stage, scene, matter, story, deed }) => {
  const { region, id } = await scene.matter(deed.matter);
  const body = { seen: await scene.seen({ region, id }), command: 'classify' as const, fields: { ownLower: false, ...kindOf(matter, story) } };
  await stage.office.ask(actOnMatter, triage(stage, deed.by), { params: { region, matter: id }, body });
};

const triage = ({ cast }: Doing['stage'], unit: string) => cast.pick(unit, ['triageOfficer', 'intakeOfficer', 'unitClerk', 'unitHead']);

function partOf(matter: StoryMatter, story: Story) {
  const alone = story.matters.length === 1;
  const text = alone ? story.text : matter.claims.map(({ quote }) => quote).join('……');
  const part = { title: matter.title, text, claims: matter.claims.map(({ wish }) => wish), accusation: matter.kind === 'accusation' };
  const isKnown = matter.kind !== 'accusation' && matter.classifiedOn !== undefined && !isClassifiedLater(matter, story);
  return { ...part, ...(isKnown && { classify: kindOf(matter, story) }) };
}

/** What a person ticks when they have read it. */
function kindOf({ kind, purpose, category, also = [], path, late = [] }: StoryMatter, story: Story) {
  const dayOf = (name: string) => path.find((step) => step.do === name)?.day ?? 0;
  const promised = dayOf('accept') <= 5 && dayOf('dispatch') - dayOf('accept') <= 20 && dayOf('dispatch') > 0; // what the county answers in 5 and 20 days
  return {
    kind: kind as 'claim' | 'suggestion',
    purpose: purpose as 'seekResolution',
    category: codeOf(category),
    also: also.map(codeOf).slice(0, 3),
    firstTime: true,
    simple: path.some((step) => step.do === 'chooseSimple'),
    general: promised || late.some((clock) => clock === 'D01' || clock === 'D02'),
    litigation: story.channel === 'visit' && path.some((step) => step.do === 'guideElsewhere' && step.ground === 'litigationVisitor'),
  };
}

const codeOf = (category: string) => category.replace('.', '');
const wishesOf = ({ matters }: Story) => matters.flatMap(({ claims }) => claims.map(({ wish }) => wish));

/** As the desk would call it before anybody has read it closely. */
function titleOf({ matters: [first], text }: Story): string {
  if (first) return first.title;
  const [sentence = ''] = text.replace(/^（[^）]*）/, '').split(/[。，；？！\n]/);
  return [...sentence].slice(0, 24).join('').padEnd(2, '。');
}

function placeOf({ stage, story: { petitioner } }: Doing): string {
  const organ = stage.directory().organs.find(({ division, type }) => division === petitioner.place && type !== 'department');
  return [organ?.shortName, petitioner.address].filter((part, nth, all) => part && all.indexOf(part) === nth).join('　');
}
