import type { FastifyInstance, FastifyRequest } from 'fastify';
import { filingRoutes, sweepDrafts } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Problem } from '#platform/http.ts';
import { writtenIn } from './domain/kept-words.ts';
import type { PortalNeeds } from './needs.ts';
import { findOpenCalls } from './notices.ts';
import { aboutRoutes } from './routes/about.ts';
import { assetRoutes } from './routes/assets.ts';
import { openCounter } from './routes/counter.ts';
import { commitmentRoutes } from './routes/commitment.ts';
import { followRoutes } from './routes/follow.ts';
import { askRoutes } from './routes/ask.ts';
import { mineRoutes } from './routes/mine.ts';
import { recheckRoutes } from './routes/rechecks.ts';
import { rosterRoutes } from './routes/roster.ts';
import { sayRoutes } from './routes/say.ts';
import { sitesOf } from './sites.ts';

/** Everything that the portal serves: to file, to follow, to say, to look up. */
export function portalRoutes(app: FastifyInstance, needs: PortalNeeds): void {
  const sites = sitesOf(() => needs.directory.current(), needs.home, needs.english);
  const calls = () => findOpenCalls(needs.db.sql, needs.home(), dateInChina(needs.now()));
  const desk = filingRoutes(app, { ...needs, site: () => sites().home, calls });
  const counter = openCounter(needs, desk, sites);
  aboutRoutes(app, counter);
  followRoutes(app, counter);
  sayRoutes(app, counter);
  mineRoutes(app, counter);
  askRoutes(app, counter);
  commitmentRoutes(app, counter);
  rosterRoutes(app, counter);
  recheckRoutes(app, counter);
  assetRoutes(app, needs.assets);
}

/** For createHttp: what a person sees when something was not done. */
export function portalErrorPage(needs: PortalNeeds): (problem: Problem, request: FastifyRequest) => string {
  const sites = sitesOf(() => needs.directory.current(), needs.home, needs.english);
  return ({ type, title, status, request: number }, request) => {
    if (!needs.directory.current().petitionDeptOf(needs.home())) return bare(title); // nobody is host: not even the frame of a page can be drawn
    const [language = '', size, contrast] = (request.cookies?.look ?? '').split('.');
    const [path = '/'] = request.url.split('?');
    const frame = {
      language: language === 'en' ? ('en' as const) : ('zh-CN' as const),
      large: size === 'large',
      contrast: contrast === 'high',
      path,
      token: '',
      today: dateInChina(needs.now()),
      site: sites().home,
    };
    const written = writtenIn(request.body);
    const more = { ...(number && { number }), ...(path === '/file/submit' && { retry: '/file/review' }), ...(written.length > 0 && { written }) };
    return needs.render({ name: 'error', status, type, title, ...more }, frame);
  };
}

/** It looks again by itself, so that whoever left it open sees the portal as soon as there is one. */
const bare = (title: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="15"><title>回音</title><h1>回音</h1><p>${title.replaceAll('<', '&lt;')}</p><p lang="en">This portal has not been set up yet. It opens by itself once it has.</p></html>`;

/** Every hour: drafts whose seven days are over, with their files. In the portal's role, the only one that may see the rows. */
export function sweepPortal({ db, blobs, now, home }: PortalNeeds): Promise<number> {
  return home() ? sweepDrafts({ db, blobs, now }, home()) : Promise.resolve(0);
}
