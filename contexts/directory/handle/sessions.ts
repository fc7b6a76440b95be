/**
 * Who sent this request? A sign-in is looked up once and then believed for
 * thirty seconds: so long at most goes on what another process has ended. Not
 * beyond a change of the directory: who is given a role signs in anew first.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor, WhoIs } from '#platform/actor.ts';
import { signIn, signInSecond } from '../contract/sign-in.ts';
import { actorOf } from '../domain/actor.ts';
import { deleteExpiredSessions, deleteSession, findSession, insertSession, updateSession, type SessionRow } from '../store.ts';
import type { Directory } from '../domain/directory.ts';
import { SIGN_IN, type DirectoryNeeds } from './needs.ts';
import { isSame, newToken, readToken, type Token } from './tokens.ts';

export const COOKIE = 'huiyin_session';
const BELIEVED_MS = 30_000;
const SEEN_EVERY_MS = 60_000;
const SECOND_MINUTES = 5; // between password and one-time code
const MOST_REMEMBERED = 20_000;

export interface SignedIn {
  readonly session: SessionRow;
  readonly token: Token;
}

export interface Sessions {
  readonly whoIs: WhoIs;
  /** The sign-in behind this request, half ones too; a changing request must carry its CSRF token. */
  find(request: FastifyRequest): Promise<SignedIn | undefined>;
  /** A new token always, and the one of before ends: nobody can plant theirs. */
  begin(request: FastifyRequest, reply: FastifyReply, who: Pick<SessionRow, 'region' | 'person' | 'kind'> & { unit?: string }): Promise<SignedIn>;
  end(request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
  choose(signedIn: SignedIn, unit: string): Promise<void>;
  /** After the rows of a person's sign-ins were deleted. */
  forget(person: string): void;
}

interface Remembered {
  readonly session: SessionRow;
  readonly directory: Directory; // as it was known when the sign-in was looked up
  readonly believedAt: number;
  readonly usedAt: number;
}

export function createSessions(needs: DirectoryNeeds): Sessions {
  const { db, directory, now, onTrouble = () => {} } = needs;
  const { idleMinutes, absoluteMinutes, secure } = { ...SIGN_IN, ...needs.signIn };
  const remembered = new Map<string, Remembered>();
  const tokens = new Map<string, Token>();
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;

  return { whoIs, find, begin, end, choose, forget };

  async function whoIs(request: FastifyRequest): Promise<Actor | undefined> {
    const present = directory.current(); // of before the look-up: nobody has a role by a sign-in that was looked up earlier
    const signedIn = await find(request);
    if (signedIn?.session.kind !== 'full') return undefined;
    const actor = actorOf(present, signedIn.session, dateInChina(now()));
    return actor && { ...actor, place: request.ip };
  }

  async function find(request: FastifyRequest): Promise<SignedIn | undefined> {
    const cookieText = request.cookies?.[COOKIE];
    const token = tokens.get(cookieText ?? '') ?? readToken(cookieText);
    const session = token && (await load(token));
    if (!session) return undefined;
    keep(token);
    checkMeant(request, token);
    return { session, token };
  }

  async function load(token: Token): Promise<SessionRow | undefined> {
    const time = now().getTime();
    const { key } = token;
    const known = remembered.get(key);
    const present = directory.current();
    const believed = known?.directory === present && time - known.believedAt < BELIEVED_MS;
    const session = believed ? known.session : await findSession(db.sql, token.region, token.hash);
    if (!session) return void remembered.delete(key);

    const usedAt = Math.max(known?.usedAt ?? 0, session.seen_at.getTime());
    const limit = session.kind === 'second' ? SECOND_MINUTES : absoluteMinutes;
    const isOver = time - usedAt > idleMinutes * 60_000 || time - session.made_at.getTime() > limit * 60_000;
    if (isOver) {
      remembered.delete(key);
      deleteSession(db.sql, token.region, token.hash).execute().catch(onTrouble);
      return undefined;
    }
    const isOld = !believed && time - session.seen_at.getTime() > SEEN_EVERY_MS;
    if (isOld)
      updateSession(db.sql, token.region, token.hash, { seen_at: new Date(time) })
        .execute()
        .catch(onTrouble); // the answer does not wait for it
    remember(key, { session, directory: present, believedAt: believed ? known.believedAt : time, usedAt: time });
    return session;
  }

  function remember(key: string, entry: Remembered): void {
    remembered.set(key, entry);
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest) remembered.delete(oldest);
  }

  /** Only of those that opened something: reading one anew costs three digests. */
  function keep(token: Token): void {
    if (tokens.has(token.text)) return;
    tokens.set(token.text, token);
    const [oldest] = tokens.keys();
    if (tokens.size > MOST_REMEMBERED && oldest) tokens.delete(oldest);
  }

  async function begin(request: FastifyRequest, reply: FastifyReply, { region, person, kind, unit }: Parameters<Sessions['begin']>[2]): Promise<SignedIn> {
    const before = readToken(request.cookies?.[COOKIE]);
    const token = newToken(region);
    const at = now();
    const session: SessionRow = { region, token_hash: token.hash, id: randomUUID(), person, kind, unit: unit ?? null, made_at: at, seen_at: at };
    await db.send(
      ...(before ? [deleteSession(db.sql, before.region, before.hash)] : []),
      deleteExpiredSessions(db.sql, region, person, new Date(at.getTime() - absoluteMinutes * 60_000)),
      insertSession(db.sql, session),
    );
    if (before) remembered.delete(before.key);
    reply.setCookie(COOKIE, token.text, cookie);
    return { session, token };
  }

  async function end(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const signedIn = await find(request);
    reply.clearCookie(COOKIE, cookie);
    if (!signedIn) return false;
    const { token } = signedIn;
    await deleteSession(db.sql, token.region, token.hash).execute();
    remembered.delete(token.key);
    tokens.delete(token.text);
    return true;
  }

  async function choose({ session, token }: SignedIn, unit: string): Promise<void> {
    await updateSession(db.sql, token.region, token.hash, { unit }).execute();
    const time = now().getTime();
    remember(token.key, { session: { ...session, unit }, directory: directory.current(), believedAt: time, usedAt: time });
  }

  function forget(person: string): void {
    for (const [key, { session }] of remembered) if (session.person === person) remembered.delete(key);
  }
}

/** Who is still signing in has not been told a token yet; these are guarded by the origin alone. */
const WITHOUT_TOKEN: readonly string[] = [signIn.url, signInSecond.url];

/** A cookie is sent by the browser, whoever made it send; the header only by our own page. */
function checkMeant(request: FastifyRequest, token: Token): void {
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  if (reads || WITHOUT_TOKEN.includes(request.routeOptions.url ?? '')) return;
  const { 'x-csrf-token': given } = request.headers;
  if (typeof given !== 'string' || !isSame(given, token.csrf)) {
    throw new Refusal('NotAllowed', '系统不能确认这一步是您本人在本页面上做的，所以没有办。请刷新页面再办一次，写的内容不会丢。');
  }
}
