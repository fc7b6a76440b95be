// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stubBrowser, stubServer } from '../testing/jsdom.ts';
import { show } from '../testing/show.tsx';
import { AnsweredCall } from './AnsweredCall.tsx';

const ID = '00000000-0000-4000-8000-000000000001';
const CALL = { id: '00000000-0000-4000-8000-000000000002', title: '城区公交线路怎么调整', organ: '清和县人民政府', until: '2026-06-30' };
const URL = `/api/intake/qinghe/${ID}/call`;

beforeEach(stubBrowser);
afterEach(cleanup);

describe('登记以后算进征集', () => {
  it('没有算进的，选一次、再问一句才算；发出的是看到的那一步', async () => {
    const { asked } = stubServer({ [`GET ${URL}`]: { n: 4, call: null, choices: [CALL] }, [`POST ${URL}`]: { n: 5 } });
    show(<AnsweredCall region="qinghe" intake={ID} />);
    fireEvent.click(await screen.findByRole('button', { name: '是应征集提的' }));
    fireEvent.change(screen.getByRole('combobox'), { target: { value: CALL.id } });
    fireEvent.click(screen.getByRole('button', { name: /^记下应哪次征集/ }));
    expect(screen.getByText(/件数算进这次征集，办理和期限不变/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '确定记下应哪次征集' }));
    await screen.findByRole('button', { name: '是应征集提的' });
    expect(asked.find(({ key }) => key === `POST ${URL}`)?.body).toEqual({ seen: 4, call: CALL.id });
  });

  it('只能看的单位看得到是哪次，不能改；没有在征集的，什么也不说', async () => {
    stubServer({ [`GET ${URL}`]: { n: 4, call: CALL, choices: [] } });
    show(<AnsweredCall region="qinghe" intake={ID} />);
    expect(await screen.findByText(/应征集提的：城区公交线路怎么调整/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    const { asked } = stubServer({ [`GET ${URL}`]: { n: 4, call: null, choices: [] } });
    show(<AnsweredCall region="qinghe" intake={ID} />);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByText(/应征集提|没有算作/)).toBeNull();
  });
});
