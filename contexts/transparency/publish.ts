import type { Kysely } from 'kysely';
import { openSealed, sealTo, type BoxKeys } from '#platform/sealed-box.ts';
import type { JoinPage } from './domain/group.ts';
import type { ProgressPage } from './domain/progress.ts';
import { putProgress, takeBack, type TransparencyTables } from './store.ts';

/** A code for which a page is published: how its row is found, and the key that seals it. */
export interface PublicCode {
  readonly region: string;
  readonly code_hmac: Buffer;
  readonly code_key: Buffer;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
}

/** Writes what the code shows, sealed so that only the code opens it; a code that was replaced shows nothing more. */
export async function publish(db: Kysely<TransparencyTables>, code: PublicCode, page: ProgressPage | JoinPage | undefined, at: Date): Promise<void> {
  const { region, code_hmac, code_key, expires_at, revoked_at } = code;
  if (revoked_at || !page) return takeBack(db, region, code_hmac);
  const envelope = sealTo(code_key, Buffer.from(JSON.stringify(page)), progressPlace(region));
  await putProgress(db, { region, code_hmac, envelope, published_at: at, expires_at });
}

export function openProgress<Page extends ProgressPage | JoinPage = ProgressPage>(box: BoxKeys, envelope: Buffer, region: string): Page {
  return JSON.parse(openSealed(box, envelope, progressPlace(region)).toString());
}

const progressPlace = (region: string) => `${region} progress`;
