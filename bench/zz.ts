import { openStage, startOffice } from './stage.ts';
import { loginOf, signIn } from './http.ts';
import { together, timed } from './meter.ts';
import { cpuOf } from './meter.ts';
import { bodyOf, pageOf, REGISTER } from './calls.ts';
import { PETITION } from './story.ts';
const stage = await openStage();
const place = await stage.openPlace('served', 8306);
const office = await startOffice(place);
const clients = await Promise.all(Array.from({ length: 8 }, () => signIn(office.url, loginOf(PETITION, 'intakeOfficer'))));
const n = Number(process.argv[2] ?? 2000);
const ms: any[] = [];
const run = async (from: number, count: number) => together(8, Array.from({ length: count }, (_, i) => bodyOf(from + i)), async (b, c) => ms.push((await clients[c]!.post(REGISTER, b)).matters[0]));
const pages = async (count: number) => together(8, ms.slice(0, count), (m, c) => clients[c]!.get(pageOf(m.region, m.matter)));
const self = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const report = async (what: string, count: number, work: () => Promise<unknown>) => {
  const [a, b, c] = [cpuOf(office.pid), cpuOf(stage.storage.pid!), self()];
  const t = await timed(work);
  console.log(what, 'per s', count / t * 1000, 'office', (cpuOf(office.pid) - a) / count, 'db', (cpuOf(stage.storage.pid!) - b) / count, 'client', (self() - c) / count);
};
if (process.argv[3] !== 'pages') { await run(0, 300); await report('register', n, () => run(1000, n)); }
else { await run(0, 600); await pages(300); await report('page', 600 * 4, async () => { for (let i = 0; i < 4; i++) await pages(600); }); }
clients.forEach((c) => c.close());
await office.stop(); await place.close(); await stage.close();
