import { serveCrew } from '#platform/crew.ts';
import { openHand } from './import-hand.ts';

/** One of the threads of `npm run import` on a great file. */
await serveCrew(openHand);
