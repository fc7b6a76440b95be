import { expect, it } from 'vitest';
import { publicationOf } from './publication.ts';

const entry = (n: number, type: string) => ({ n, type, at: '', recordedAt: '', title: '', text: '', person: '', unit: '', shown: true });
const can = ['releasePublication', 'takeDownPublication', 'archive'].map((command) => ({ command, label: command, primary: false }));
const page = (...types: string[]) => ({ timeline: types.map((type, n) => entry(n, type)).reverse(), can });
const papers = [{ code: 'F37', no: 4 } as const, { code: 'F37', no: 2 } as const, { code: 'F36', no: 1 } as const];

it('公示稿不写“没有发出”：写公示到哪一步，给的是公示的办法', () => {
  const told = publicationOf(papers[0]!, papers, page('PublicationProposed', 'PublicationTold', 'NoteTaken'));
  expect([told?.word, told?.acts.map(({ command }) => command)]).toEqual(['已告知信访人，等过异议期再发布', ['releasePublication', 'takeDownPublication']]);
  expect(publicationOf(papers[0]!, papers, page('PublicationProposed', 'PublicationReleased'))?.word).toBe('已发布公示，到期自动撤下');
});

it('另签了一份的，前一份已经撤下；别的文书、别的工作不问公示', () => {
  expect(publicationOf(papers[1]!, papers, page('PublicationReleased'))).toMatchObject({ word: '公示已撤下', acts: [] });
  expect(publicationOf(papers[2]!, papers, page('PublicationReleased'))).toBeUndefined();
  expect(publicationOf(papers[0]!, papers)).toBeUndefined();
});
