import type { FastifyRequest } from 'fastify';
import type { Role } from '#kernel/roles.ts';

/** Whoever asks, for the unit they act for now: one person may hold posts in several. */
export interface Actor {
  readonly person: string; // the id that history keeps
  readonly name: string;
  readonly unit: string; // 'qinghe/housing'
  readonly region: string; // of the unit
  readonly roles: readonly Role[]; // in that unit, today
  readonly place?: string; // the address that the request came from, for the access log
  readonly session: string; // names the sign-in in the access log; opens nothing
}

/**
 * Who sent this request; undefined when nobody has signed in (or only half).
 * It also sees that a changing request was meant by the person: a session cookie
 * without its CSRF token is refused. No round trip while the session is cached.
 */
export type WhoIs = (request: FastifyRequest) => Promise<Actor | undefined>;
