import type { FastifyInstance } from 'fastify';
import type { SealedNeeds } from './handle.ts';
import { actRoutes } from './routes/acts.ts';
import { fileRoutes } from './routes/file.ts';
import { inspectorateRoutes } from './routes/inspectorate.ts';
import { reportRoutes } from './routes/reports.ts';

/** The sealed line over HTTP. A file that is not theirs answers exactly like one that does not exist (不变量 27). */
export function sealedRoutes(app: FastifyInstance, needs: SealedNeeds): void {
  fileRoutes(app, needs);
  actRoutes(app, needs);
  reportRoutes(app, needs);
  inspectorateRoutes(app, needs);
}
