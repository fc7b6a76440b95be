import { describe, expect, it } from 'vitest';
import type { Matter } from '#contexts/casework/index.ts';
import { takeNote } from '#platform/words.ts';
import { answersOf } from './claims.ts';

const opinion = { document: 'document/2', results: { 1: 'notSupported' as const }, reviewOrgan: 'qinghe/government', deliveredOn: '2026-08-20' as const };
const round = { organ: 'qinghe/government', from: 'opinionDelivered' as const, requestedOn: '2026-09-01' as const, grounds: takeNote('不服').words };
const reviewed: Matter['review'] = { ...round, opinion: { document: 'document/4', result: 'uphold' }, deliveredOn: '2026-10-01' };
const rechecked: Matter['recheck'] = { ...round, opinion: { document: 'document/6', result: 'change', results: { 1: 'supported' } } };
const closed = [{ document: 'document/6', opens: 'receipt' as const }];

describe('每项请求现在怎么定', () => {
  it('只有处理意见的，就是它', () => {
    expect(answersOf({ matter: { stage: 'opinionDelivered', opinion }, past: [], papers: [] }, 1)).toEqual({ result: 'notSupported' });
  });

  it('复核意见书发出了：现在算数的是它，原来的、复查的写在下面', () => {
    const matter = { stage: 'recheckDispatched' as const, opinion, review: reviewed, recheck: rechecked };
    expect(answersOf({ matter, past: [], papers: [{ document: 'document/6' }] }, 1)).toEqual({
      result: 'supported',
      standing: { by: 'recheck', said: 'change', result: 'supported' },
      before: [
        { by: 'opinion', on: '2026-08-20', result: 'notSupported' },
        { by: 'review', said: 'uphold', result: 'notSupported' },
      ],
    });
  });

  it('凭查询码送达、还没有打开的：打开那天算收到，结果不先说', () => {
    const matter = { stage: 'recheckDispatched' as const, opinion, review: reviewed, recheck: rechecked };
    expect(answersOf({ matter, past: [], papers: closed }, 1)).toMatchObject({ result: 'notSupported', standing: { by: 'recheck' } });
    expect(answersOf({ matter, past: [], papers: closed }, 1).standing).not.toHaveProperty('said');
  });

  it('作出了、还没有发出的，不说', () => {
    const matter = { stage: 'recheckIssued' as const, opinion, review: reviewed, recheck: rechecked };
    expect(answersOf({ matter, past: [], papers: [] }, 1).standing).toEqual({ by: 'review', said: 'uphold', result: 'notSupported' });
  });

  it('撤销的，什么结论也没有', () => {
    const revoked: Matter['review'] = { ...reviewed, opinion: { document: 'document/4', result: 'revokeAndRemand' } };
    const answers = answersOf({ matter: { stage: 'inProgress', opinion, review: revoked }, past: [], papers: [] }, 1);
    expect(answers).not.toHaveProperty('result');
    expect(answers.standing).toEqual({ by: 'review', said: 'revokeAndRemand' });
  });
});
