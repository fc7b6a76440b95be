import type { FastifyInstance } from 'fastify';
import type { IntakeRouteNeeds } from './routes/needs.ts';
import { callRoutes } from './routes/calls.ts';
import { reconciliationRoutes } from './reconcile/routes.ts';
import { deskRoutes } from './routes/desk.ts';
import { fileRoutes } from './routes/files.ts';
import { importRoutes } from './routes/imports.ts';
import { matterFileRoutes } from './routes/matter-files.ts';
import { offlineRoutes } from './routes/offline.ts';
import { repeatRoutes } from './routes/repeats.ts';
import { registerRoutes } from './routes/register.ts';

/** The staff's side of intake. The portal's side has routes of its own. */
export function intakeRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  registerRoutes(app, needs);
  offlineRoutes(app, needs);
  callRoutes(app, needs);
  deskRoutes(app, needs);
  fileRoutes(app, needs);
  matterFileRoutes(app, needs);
  repeatRoutes(app, needs);
  importRoutes(app, needs);
  reconciliationRoutes(app, needs);
}
