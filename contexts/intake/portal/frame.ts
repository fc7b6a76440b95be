import type { FastifyReply, FastifyRequest } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import type { Frame, Language } from './domain/frame.ts';
import type { Site } from './domain/site.ts';
import type { FilingNeeds } from './needs.ts';

const YEAR = 365 * 24 * 3600;

/** What a visitor chose for all pages: ?lang=en, ?size=large, ?contrast=high, kept in one cookie that says nothing else. */
export function frameOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { site, now, secure = false, notice }: { readonly site: () => Site; readonly now: () => Date; readonly secure?: boolean } & Pick<FilingNeeds, 'notice'>,
): Frame {
  const { language, large, contrast, changed } = choiceOf(request);
  if (changed) {
    const value = [language === 'en' ? 'en' : 'zh', large ? 'large' : '', contrast ? 'high' : ''].join('.');
    reply.setCookie('look', value, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true, secure });
  }
  const [path = '/'] = request.url.split('?');
  const said = notice?.()?.[language === 'en' ? 'en' : 'zh'];
  return { language, large, contrast, path, token: reply.generateCsrf(), today: dateInChina(now()), site: site(), ...(said && { notice: said }) };
}

function choiceOf(request: FastifyRequest) {
  const { lang, size, contrast } = request.query as Record<string, unknown>;
  const [kept, keptSize, keptContrast] = (request.cookies.look ?? '').split('.');
  const language: Language = (lang ?? kept) === 'en' ? 'en' : 'zh-CN';
  return {
    language,
    large: size === undefined ? keptSize === 'large' : size === 'large',
    contrast: contrast === undefined ? keptContrast === 'high' : contrast === 'high',
    changed: lang !== undefined || size !== undefined || contrast !== undefined,
  };
}
