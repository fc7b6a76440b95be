/** The directory over HTTP. A route asks, decides nothing, and answers. */
import type { FastifyInstance } from 'fastify';
import type { DirectoryNeeds } from './handle/needs.ts';
import type { Sessions } from './handle/sessions.ts';
import { accountRoutes } from './routes/accounts.ts';
import { ownRoutes } from './routes/me.ts';
import { organRoutes } from './routes/organs.ts';
import { signInRoutes } from './routes/sign-in.ts';

export function directoryRoutes(app: FastifyInstance, needs: DirectoryNeeds, sessions: Sessions): void {
  signInRoutes(app, needs, sessions);
  ownRoutes(app, needs, sessions);
  organRoutes(app, needs);
  accountRoutes(app, needs, sessions);
}
