import type { FastifyRequest } from 'fastify';
import type { Laws } from '#kernel/laws.ts';
import type { Blobs } from '#platform/blobs.ts';
import type { Database } from '#platform/database.ts';
import type { Key, KeyRing } from '#platform/keys.ts';
import type { OpenCall } from './domain/call.ts';
import type { Receipt } from './domain/filing.ts';
import type { Frame } from './domain/frame.ts';
import type { FilingPage } from './domain/pages.ts';
import type { Site } from './domain/site.ts';
import type { RoomLimits } from './room.ts';

/** One line in both languages. */
export interface Notice {
  readonly zh: string;
  readonly en: string;
}

/** What the composition root hands to the portal's side of intake. `db` is opened in the role huiyin_portal. */
export interface FilingNeeds {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly pepper: Buffer; // finds codes; the same in portal and office, in the key store and not in the database
  readonly boxes: KeyRing; // public halves: whatever is handed in is sealed to its region
  readonly cookies: Key; // seals what a browser keeps for us
  readonly now: () => Date;
  readonly laws: () => Laws;
  readonly site: () => Site;
  readonly calls?: () => Promise<readonly OpenCall[]>; // for suggestions, open today
  readonly intakeNo: (region: string, at: Date) => Promise<string>;
  readonly sign: (hash: Buffer) => { readonly signature: Buffer; readonly key: string };
  readonly receiptPdf?: (receipt: Receipt, site: Site, qr: string) => Promise<Uint8Array>;
  readonly render: (page: FilingPage, frame: Frame) => string;
  readonly origin: (request: FastifyRequest) => string; // for the QR code
  readonly room?: RoomLimits; // how much may be sent here
  readonly secure?: boolean; // served behind HTTPS
  readonly notice?: () => Notice | undefined; // one line above every page, while there is something to say to everybody
}
