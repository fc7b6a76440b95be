import { handleMatter, type MatterCommand } from '#contexts/casework/index.ts';
import { boxKeysOf, type IntakeNeeds } from '#contexts/intake/index.ts';
import { publishProgress, siteOf, takeMessages, type PublishNeeds } from '#contexts/transparency/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { findOrgansThatOpened } from '#platform/access-log-verify.ts';
import { sequence } from '#platform/feed.ts';
import type { Note } from '#platform/words.ts';
import { messageHandlers } from '../apps/server/messages.ts';
import type { StaffNeeds } from '../apps/server/needs.ts';
import { WORK_KINDS } from '../apps/server/work-kinds.ts';
import { arrivalNeeds } from './arrivals.ts';
import { countyDirectory } from './directory.ts';
import { keys, REGION } from './portal.ts';
import { startPortalServer, type PortalServer } from './portal-server.ts';
import { at, by } from './stories.ts';
import { visit, type Visitor } from './visitor.ts';

/**
 * A county between its offices and its portal: what an official does is
 * published, what somebody says under a query code is taken in. On a database
 * of its own, in one process, with one clock.
 */
export interface Followed {
  readonly portal: PortalServer;
  readonly staff: IntakeNeeds & Pick<StaffNeeds, 'directory' | 'workKinds'>;
  readonly publishing: PublishNeeds;
  /** What the worker does every second: takes what was said, and publishes. */
  follow(): Promise<void>;
  /** On that day a unit does something; the clock stays there. */
  does(matter: Subject, day: string, unit: string, command: object, notes?: readonly Note[]): Promise<void>;
  /** Somebody who has opened the page of this code. */
  seenBy(code: string): Promise<Visitor>;
}

export async function followedCounty(): Promise<Followed> {
  const portal = await startPortalServer();
  const directory = countyDirectory();
  const source = { current: () => directory, refresh: async () => directory };
  const desk = arrivalNeeds(portal.as('huiyin_office'), () => portal.time);
  const staff = Object.assign(desk, { directory: source, workKinds: WORK_KINDS });
  const publishing: PublishNeeds = {
    ...staff,
    intake: staff,
    worker: portal.as('huiyin_worker'),
    siteOf: (region) => siteOf(directory, region, {}),
    findOpened: (subject) => findOrgansThatOpened(staff.db.sql, subject),
  };
  const taking = {
    db: staff.db,
    boxKeys: boxKeysOf(keys.boxes),
    now: staff.now,
    keepRefused: (when: Date) => new Date(when.getTime() + 864e5),
    failed(_: unknown, error: unknown): never {
      throw error;
    },
  };
  return {
    portal,
    staff,
    publishing,
    async follow() {
      await takeMessages(taking, REGION, messageHandlers(staff as unknown as StaffNeeds));
      await sequence(publishing.worker.sql, REGION);
      await publishProgress(publishing, REGION, 'progress');
    },
    async does(matter, day, unit, command, notes = []) {
      portal.time = at(day);
      await handleMatter(staff, matter, { ...command, ...by(unit, day) } as MatterCommand, { notes });
    },
    async seenBy(code) {
      const visitor = visit(portal.origin);
      await visitor.open('/follow');
      await visitor.send('/follow', { code });
      return visitor;
    },
  };
}

/** What a hidden field of a page holds; the code in large letters on it. */
export const hiddenOn = (html: string, field: string): string => new RegExp(`name="${field}" value="([^"]+)"`).exec(html)?.[1] ?? '';
export const codeOn = (html: string): string => /class="bigcode">([^<]+)</.exec(html)?.[1] ?? '';
