import type { Frame, Language } from '#contexts/intake/portal/domain/frame.ts';

/** What a page of the portal knows besides what it is about: one office, no one else, a day in September. */
const line = { name: { zh: '清和县信访局', en: 'Petition Office' }, short: { zh: '县信访局', en: 'Petition Office' }, phone: '0000-622 0110' };
export const frameIn = (language: Language): Frame => ({
  language,
  large: false,
  contrast: false,
  path: '/progress/1',
  token: 'token',
  today: '2026-09-22',
  site: {
    region: 'qinghe',
    prefix: 'QH2',
    place: { zh: '清和县', en: 'Qinghe' },
    host: { ...line, address: { zh: '', en: '' }, hours: { zh: '', en: '' } },
    supervision: line,
    discipline: line,
    offices: [],
    towns: [],
  },
});
