import type { PlainDate } from '#kernel/dates.ts';
import type { Site } from './site.ts';

export type Language = 'zh-CN' | 'en';

/** What every page of the portal needs to know, whatever it is about. */
export interface Frame {
  readonly language: Language;
  readonly large: boolean;
  readonly contrast: boolean;
  readonly path: string; // of this page, for the links that change language and size
  readonly token: string; // proves that a form came from our own page
  readonly today: PlainDate;
  readonly site: Site;
  readonly notice?: string; // said above every page for the time being
}
