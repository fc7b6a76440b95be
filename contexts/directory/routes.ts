/** The directory over HTTP, and with it the rule that closes content to administrators. A route asks, decides nothing, and answers. */
import type { FastifyInstance } from 'fastify';
import type { DirectoryNeeds } from './handle/needs.ts';
import type { Sessions } from './handle/sessions.ts';
import { accountRoutes } from './routes/accounts.ts';
import { guardContent } from './routes/content-guard.ts';
import { ownRoutes } from './routes/me.ts';
import { organRoutes } from './routes/organs.ts';
import { proposalRoutes } from './routes/proposals.ts';
import { signInRoutes } from './routes/sign-in.ts';

export function directoryRoutes(app: FastifyInstance, needs: DirectoryNeeds, sessions: Sessions): void {
  guardContent(app);
  signInRoutes(app, needs, sessions);
  ownRoutes(app, needs, sessions);
  organRoutes(app, needs);
  accountRoutes(app, needs, sessions);
  proposalRoutes(app, needs, sessions);
}
