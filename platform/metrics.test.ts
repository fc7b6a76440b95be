import { expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import { measureProcess } from './metrics-process.ts';
import { createMetrics } from './metrics.ts';

it('prints counters, gauges and histograms as Prometheus reads them', async () => {
  const metrics = createMetrics();
  metrics.counter('calls_total', 'Calls', ['route']).add(['/a"b\\c'], 2);
  metrics.gauge('level', 'Level', async () => 3);
  const times = metrics.histogram('seconds', 'Time', ['route']);
  times.observe(['/a'], 0.03);
  times.observe(['/a'], 7);
  const text = await metrics.print();
  expect(text).toContain('# TYPE calls_total counter\ncalls_total{route="/a\\"b\\\\c"} 2\n');
  expect(text).toContain('# HELP level Level\n# TYPE level gauge\nlevel 3\n');
  expect(text).toContain('seconds_bucket{route="/a",le="0.025"} 0\nseconds_bucket{route="/a",le="0.05"} 1\n');
  expect(text).toContain('seconds_bucket{route="/a",le="+Inf"} 2\nseconds_sum{route="/a"} 7.03\nseconds_count{route="/a"} 2\n');
  expect(() => metrics.counter('level', 'again')).toThrow('exists already');
});

it('measures a process: connections, acts, followers', async () => {
  const open = await cloneDatabase();
  const owner = open('postgres');
  await owner.sql.insertInto('history.sequence').values({ region: 'qinghe', position: 9 }).execute();
  await owner.sql.insertInto('history.follower').values({ region: 'qinghe', name: 'search', position: 4 }).execute();
  const metrics = createMetrics();
  const office = open();
  measureProcess(metrics, office, { feed: true });
  await office.transact(async (send) => send());
  const text = await metrics.print();
  expect(text).toContain('huiyin_feed_behind{region="qinghe",name="search"} 5');
  expect(text).toContain('huiyin_acts_total 1');
  expect(text).toMatch(/huiyin_database_connections\{state="idle"\} \d/);
  expect(text).toMatch(/huiyin_event_loop_delay_seconds [\d.e-]+/);
});
