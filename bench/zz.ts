import { openStage } from './stage.ts';
import { load } from './load.ts';
const stage = await openStage('/tmp/imp/big');
const place = await stage.openPlace('big', 8306);
const n = Number(process.argv[2] ?? 2000);
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const c = cpu();
console.log('rate', await load(place, 0, n, n), 'cpu ms each', (cpu() - c) / n);
await place.close(); await stage.close();
