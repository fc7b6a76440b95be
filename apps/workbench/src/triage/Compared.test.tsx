// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Earlier } from '../matter/EarlierMatters.tsx';
import { stubBrowser, stubServer } from '../testing/jsdom.ts';
import { show } from '../testing/show.tsx';
import { Compared, findingsOf } from './Compared.tsx';
import { EMPTY_PART, toPart, wrongIn } from './parts.ts';

const EARLIER = {
  region: 'qinghe',
  matter: '00000000-0000-4000-8000-000000000001',
  no: '990421-X-2026-0000001-0',
  title: '屋面漏水',
  stageName: '办理中',
  receivedOn: '2026-09-01',
  proposals: [
    { when: '事实和理由都相同', kind: 'insideTerm', name: '同一事项正在期限内办理', does: '并入先前的一件', article: '第十九条第三款' },
    { when: '有新的事实或者理由', kind: 'newFacts', name: '有新的事实或者新的理由', does: '作为新的事项受理', article: '第三十六条第三款' },
  ],
} as Earlier;

beforeEach(stubBrowser);
afterEach(cleanup);

describe('分件时和先前的一件对照', () => {
  it('规则只提出，什么也不先选好；新的事实和新的理由分开说', () => {
    expect(findingsOf(EARLIER).map(({ label, fields }) => [label, fields.sameFacts, fields.sameReasons, fields.kind])).toEqual([
      ['事实和理由都相同', true, true, 'insideTerm'],
      ['有新的事实', false, true, 'newFacts'],
      ['事实相同，有新的理由', true, false, 'newFacts'],
    ]);
  });

  it('选了先前哪一件，才问对照的结果；结果和怎样对照的缺一不可', () => {
    stubServer({});
    const onChange = vi.fn();
    show(<Compared earlier={[EARLIER]} value={undefined} wrong={undefined} onChange={onChange} />);
    fireEvent.change(screen.getByLabelText(/和先前哪一件对照过/), { target: { value: EARLIER.no } });
    expect(onChange).toHaveBeenCalledWith({ no: EARLIER.no, found: '', grounds: '' });
    const part = { ...EMPTY_PART, title: '屋面还漏', text: '屋面还在漏水', now: false };
    expect(wrongIn({ ...part, repeat: { no: EARLIER.no, found: '', grounds: '' } }).repeat).toBeTruthy();
    expect(wrongIn({ ...part, repeat: { no: EARLIER.no, found: '0', grounds: '两封信说的是同一处' } })).toEqual({});
  });

  it('对照的结果不随登记发出，另作一次办理', () => {
    const part = { ...EMPTY_PART, title: '屋面还漏', text: '屋面还在漏水', now: false, repeat: { no: EARLIER.no, found: '0', grounds: '同一处' } };
    expect(toPart(part)).not.toHaveProperty('repeat');
  });
});
