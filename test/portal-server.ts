import type { FastifyInstance } from 'fastify';
import type { PortalNeeds } from '#contexts/transparency/index.ts';
import { openPortalApp, openPortalNeeds } from './portal.ts';
import { afterFile } from './closing.ts';
import { cloneAddress, openFor, type Role } from './database.ts';
import type { Database } from '#platform/database.ts';

/** A portal that really listens, on a database of its own that it opens in the portal's role. */
export interface PortalServer {
  readonly origin: string;
  readonly app: FastifyInstance;
  readonly needs: PortalNeeds & { readonly blobFolder: string };
  readonly address: (role?: Role) => string;
  as(role: Role): Database;
  time: Date;
}

export async function startPortalServer(change: (needs: PortalNeeds) => PortalNeeds = (needs) => needs): Promise<PortalServer> {
  const address = await cloneAddress();
  const as = (role: Role): Database => openFor(address(role));
  const server = { time: new Date('2026-07-20T01:42:00Z') };
  const needs = await openPortalNeeds(as('huiyin_portal'), () => server.time);
  const app = await openPortalApp(change(needs));
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  afterFile(() => app.close());
  return Object.assign(server, { origin, app, needs, address, as });
}
