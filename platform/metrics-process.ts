import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Database } from './database.ts';
import { lags } from './feed.ts';
import type { Metrics } from './metrics.ts';

/** What is measured of every process: its connections, its acts, how late its loop runs, and how far the followers are behind. */
export function measureProcess(metrics: Metrics, db: Database, { feed = false }: { readonly feed?: boolean } = {}): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  metrics.gauge('huiyin_event_loop_delay_seconds', 'How late the event loop ran, 99th percentile since the last look', () => {
    const seconds = delay.percentile(99) / 1e9;
    delay.reset();
    return Number.isFinite(seconds) ? seconds : 0;
  });
  metrics.gauge('huiyin_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
  metrics.gauge('huiyin_database_connections', 'Connections by state', () => {
    const { open, idle, waiting } = db.state();
    return [
      [{ state: 'busy' }, open - idle],
      [{ state: 'idle' }, idle],
      [{ state: 'waited_for' }, waiting],
    ];
  });
  metrics.gauge('huiyin_database_round_trips_total', 'Round trips to the database', () => db.state().trips);
  metrics.gauge('huiyin_acts_total', 'Transactions that were done', () => db.state().acts);
  if (!feed) return;
  metrics.gauge('huiyin_feed_behind', 'Acts that a follower has not met yet', async () => {
    const rows = await lags(db.sql).catch(() => []); // the figures of a process that has lost its database are wanted all the more
    return rows.map(({ region, name, behind }) => [{ region, name }, behind] as const);
  });
}
