import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { signedText } from '#contexts/intake/domain/offline.ts';
import { chinese } from '#kernel/words.ts';
import { dateInChina } from '#kernel/dates.ts';
import { sharedProgram } from '../running-shared.ts';
import { done, letter, pageOf, people, refused, type People } from './way.ts';

/** 没有网络的村里登记的，联网后登记：只登记一次，两个时间都看得到，改过的不收。 */
let who: People;
let key: KeyObject;
let device: string;
let sequence = 0;

beforeAll(async () => {
  who = await people(await sharedProgram(inject('running')));
  const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  key = pair.privateKey;
  ({ device } = done(await who.clerk.post('/api/intake/devices', { publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64') })));
}, 300_000);

/** As the browser makes it: written down and signed there, `hours` ago by its clock. */
function entry(hours: number, more: Record<string, unknown> = {}) {
  const madeAt = new Date(Date.now() - hours * 3_600_000).toISOString();
  const registration = { ...letter(), channel: 'visit', oral: 'signature', receivedAt: madeAt, ...more };
  sequence += 1;
  const made = { device, sequence, madeAt, registration };
  const signature = sign('sha256', Buffer.from(signedText(made)), { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
  return { ...made, signature };
}

const sync = (body: object, by = who.clerk) => by.post('/api/intake/offline', body);

describe('不变量 46：离线登记', () => {
  it('72小时以内的，以设备上的时间为收到时间；来件和事项上两个时间都写着', async () => {
    const made = entry(30);
    const { receipt, offline } = done(await sync(made));
    expect(receipt).toMatchObject({ known: false, receivedAt: made.madeAt, code: expect.any(String), matters: [expect.anything()] });
    expect(offline).toMatchObject({ deviceAt: made.madeAt, counts: 'device', why: null, sequence: made.sequence });
    const intake = done(await who.clerk.get(`/api/intake/${receipt.region}/${receipt.intake}`));
    expect(intake).toMatchObject({ receivedAt: made.madeAt, offline });
    const [matter] = receipt.matters;
    const { timeline } = await pageOf(who.triage, matter);
    const told = timeline.find(({ type }: { type: string }) => type === 'MatterOpened').title;
    expect(told).toContain(`设备上的时间${chinese(dateInChina(new Date(made.madeAt)))}`);
    expect(told).toContain('以设备上的时间为准');
  });

  it('再交一次，不论隔多久、断在哪里，还是那一件', async () => {
    const made = entry(2);
    const first = done(await sync(made));
    const again = done(await sync(made));
    expect(again.receipt).toMatchObject({ known: true, no: first.receipt.no, intake: first.receipt.intake, code: null });
  });

  it('超过72小时的，先问人以哪个为准；选定并写明理由才登记，理由也看得到', async () => {
    const made = entry(72 + 1);
    refused(await sync(made), 'TooLate', '超过72小时，要由人决定以哪个时间为准', '写明理由');
    const why = '山洪冲断了光缆，村里四天没有网络';
    const { receipt, offline } = done(await sync({ ...made, decided: { counts: 'device', why } }));
    expect(receipt).toMatchObject({ known: false, receivedAt: made.madeAt });
    expect(offline).toMatchObject({ counts: 'device', why });
    expect(done(await who.clerk.get(`/api/intake/${receipt.region}/${receipt.intake}`)).offline).toMatchObject({ counts: 'device', why });
  });

  it('设备的钟快了：早的是系统的时间，以它为准，不等人决定', async () => {
    const { receipt, offline } = done(await sync(entry(-2)));
    expect(offline.counts).toBe('server');
    expect(receipt.receivedAt).toBe(offline.syncedAt);
  });

  it('改过一个字的、别的钥匙签的、别的单位交的、检举控告，都不收，说明怎么办，一件也没有登记', async () => {
    const made = entry(1);
    const { registration } = made;
    refused(await sync({ ...made, registration: { ...registration, title: `${registration.title}改` } }), 'AgainstRule', '签名对不上', '重新登记');
    refused(await sync({ ...made, madeAt: new Date(Date.now() - 7_200_000).toISOString() }), 'AgainstRule', '签名对不上');
    refused(await sync(made, who.unitClerk), 'NotAllowed', '不是在本单位准备的离线登记', '没有丢');
    const [part] = registration.parts;
    refused(await sync(entry(1, { parts: [{ ...part, accusation: true }] })), 'AgainstRule', '检举控告不能离线登记');
    refused(await who.clerk.post('/api/intake/devices', { publicKey: 'AAAA' }), 'Invalid', '公钥读不出来');
    expect(done(await sync(made)).receipt.known).toBe(false); // the refusals above registered nothing
  });
});
