import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { about as aboutEn } from './en/about.ts';
import { commitment as commitmentEn } from './en/commitment.ts';
import { file as fileEn } from './en/file.ts';
import { follow as followEn } from './en/follow.ts';
import { frame as frameEn } from './en/frame.ts';
import { heard as heardEn } from './en/heard.ts';
import { home as homeEn } from './en/home.ts';
import { mine as mineEn } from './en/mine.ts';
import { PAPERS } from './en/papers.ts';
import { notices as noticesEn } from './en/notices.ts';
import { now as nowEn } from './en/now.ts';
import { progress as progressEn } from './en/progress.ts';
import { refused as refusedEn } from './en/refused.ts';
import { roster as rosterEn } from './en/roster.ts';
import { terms as termsEn } from './en/terms.ts';
import { about as aboutZh } from './zh/about.ts';
import { commitment as commitmentZh } from './zh/commitment.ts';
import { file as fileZh } from './zh/file.ts';
import { follow as followZh } from './zh/follow.ts';
import { frame as frameZh } from './zh/frame.ts';
import { heard as heardZh } from './zh/heard.ts';
import { home as homeZh } from './zh/home.ts';
import { mine as mineZh } from './zh/mine.ts';
import { notices as noticesZh } from './zh/notices.ts';
import { now as nowZh } from './zh/now.ts';
import { progress as progressZh } from './zh/progress.ts';
import { refused as refusedZh } from './zh/refused.ts';
import { roster as rosterZh } from './zh/roster.ts';
import { terms as termsZh } from './zh/terms.ts';

/** The catalogues. English has the type of Chinese: a sentence that was forgotten does not compile. */
const zh = {
  about: aboutZh,
  commitment: commitmentZh,
  file: fileZh,
  follow: followZh,
  frame: frameZh,
  heard: heardZh,
  home: homeZh,
  mine: mineZh,
  notices: noticesZh,
  now: nowZh,
  progress: progressZh,
  refused: refusedZh,
  roster: rosterZh,
  terms: termsZh,
};
const en: typeof zh = {
  about: aboutEn,
  commitment: commitmentEn,
  file: fileEn,
  follow: followEn,
  frame: frameEn,
  heard: heardEn,
  home: homeEn,
  mine: mineEn,
  notices: noticesEn,
  now: nowEn,
  progress: progressEn,
  refused: refusedEn,
  roster: rosterEn,
  terms: termsEn,
};

export type Words = typeof zh;

export const wordsOf = ({ language }: Pick<Frame, 'language'>): Words => (language === 'en' ? en : zh);

/** The name of an office in the language of the page. */
export const nameIn = ({ language }: Pick<Frame, 'language'>, name: { readonly zh: string; readonly en: string }): string =>
  language === 'en' ? name.en || name.zh : name.zh;

/** An office or an address that a page has in Chinese, in the language of the page: 县水利局 → County Water Bureau. */
export const officeIn = ({ language, site }: Pick<Frame, 'language' | 'site'>, zh: string): string => (language === 'en' && site.english?.[zh]) || zh;

/** What a paper is: 信访处理意见书 → Decision. None: its title says it. */
export const paperIn = ({ language }: Pick<Frame, 'language'>, title: string): string | undefined => (language === 'en' ? PAPERS[title] : undefined);
