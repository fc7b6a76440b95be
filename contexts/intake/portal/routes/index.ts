import type { FastifyInstance } from 'fastify';
import type { FilingNeeds } from '../needs.ts';
import { openDesk, type Desk } from './desk.ts';
import { fileRoutes } from './files.ts';
import { questionRoutes } from './questions.ts';
import { reviewRoutes } from './review.ts';

/** Everything a person needs to file from the portal, with and without scripts. Gives what the pages of progress share with it. */
export function filingRoutes(app: FastifyInstance, needs: FilingNeeds): Desk {
  const desk = openDesk(needs);
  fileRoutes(app, desk);
  reviewRoutes(app, desk);
  questionRoutes(app, desk);
  return desk;
}
