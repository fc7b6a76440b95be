import { createHmac } from 'node:crypto';
import type { KeyRing } from '#platform/keys.ts';

/**
 * Codes are looked up before anybody knows of which region they are, so one
 * secret serves the whole deployment. It stands in the key folder under a name
 * that no region can have, and is never rotated: it would end every code in people's hands.
 */
export const DEPLOYMENT = '*';
const FIRST = 1;

export const deploymentSecret = (codes: KeyRing): Buffer => codes.get(DEPLOYMENT, FIRST).secret;

/** One for each other use, so that none can be tried on another. */
export const secretFor = (codes: KeyRing, use: string): Buffer => createHmac('sha256', deploymentSecret(codes)).update(use).digest();
