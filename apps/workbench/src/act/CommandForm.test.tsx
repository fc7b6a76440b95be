// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FORMS } from '#contexts/casework/domain/forms.ts';
import { Refusal } from '#kernel/refusal.ts';
import { stubBrowser } from '../testing/jsdom.ts';
import { show } from '../testing/show.tsx';
import { CommandForm } from './CommandForm.tsx';
import type { About, Form } from './form.ts';

const about: About = { region: 'qinghe', unit: 'qinghe/housing', claims: [] };
const note = FORMS.takeNote as Form;

beforeEach(() => {
  stubBrowser();
  sessionStorage.clear();
});
afterEach(cleanup);

it('缺了必填的不送出，说出缺哪一栏，焦点到那一栏', async () => {
  const send = vi.fn();
  form(send);
  fireEvent.click(screen.getByRole('button', { name: /^记一笔/ }));
  expect(screen.getByText('还没有填“写什么”')).toBeTruthy();
  expect(screen.getByText('还没有填“信访人看得到”')).toBeTruthy();
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/写什么/)));
  expect(send).not.toHaveBeenCalled();
});

it('办之前问一次，问完才送', async () => {
  const send = vi.fn().mockResolvedValue(undefined);
  form(send);
  fill();
  fireEvent.click(screen.getByRole('button', { name: /^记一笔/ }));
  expect(send).not.toHaveBeenCalled();
  expect(screen.getByText(note.ask)).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '确定记一笔' })));
  expect(send).toHaveBeenCalledExactlyOnceWith({ text: '已电话约好周一见面', shown: true });
});

it('只用键盘也能办：Ctrl+Enter 提交，再按一次确定', async () => {
  const send = vi.fn().mockResolvedValue(undefined);
  form(send);
  fill();
  const press = () => act(async () => fireEvent.keyDown(screen.getByLabelText(/写什么/), { key: 'Enter', ctrlKey: true }));
  await press();
  expect(send).not.toHaveBeenCalled();
  await act(async () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true }));
  expect(send).toHaveBeenCalledTimes(1);
});

it('被拒绝时，一句话、依据都写在表里，写的还在', async () => {
  const send = vi.fn().mockRejectedValue(new Refusal('WrongStage', '已办结的不能再记，可以另立一件。', '第三十六条'));
  form(send);
  fill();
  fireEvent.click(screen.getByRole('button', { name: /^记一笔/ }));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '确定记一笔' })));
  expect(screen.getByRole('alert').textContent).toContain('已办结的不能再记，可以另立一件。');
  expect(screen.getByRole('alert').textContent).toContain('第三十六条');
  expect(screen.getByDisplayValue('已电话约好周一见面')).toBeTruthy();
});

it('别人先办了：说写的还在，并给看最新情况的路', async () => {
  const refresh = vi.fn();
  form(vi.fn().mockRejectedValue(new Refusal('Stale', '孙某某刚刚办了这件。')), refresh);
  fill();
  fireEvent.click(screen.getByRole('button', { name: /^记一笔/ }));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '确定记一笔' })));
  expect(screen.getByText(/您填的内容还在/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '看最新情况' }));
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('关了再打开，没交的内容还在；可以清空重写', () => {
  form(vi.fn());
  fill();
  cleanup();
  form(vi.fn());
  expect(screen.getByDisplayValue('已电话约好周一见面')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '清空重写' }));
  expect(screen.queryByDisplayValue('已电话约好周一见面')).toBeNull();
});

describe('只有一种回答才要填的', () => {
  const check = FORMS.checkReport as Form;

  it('选了才出现；改选以后不送，也不催；改回来，写过的还在', async () => {
    const send = vi.fn().mockResolvedValue(undefined);
    form(send, undefined, check);
    expect(screen.queryByLabelText(/退回的理由/)).toBeNull();
    fireEvent.click(screen.getByLabelText('否'));
    fireEvent.change(screen.getByLabelText(/退回的理由/), { target: { value: '缺附件' } });
    fireEvent.click(screen.getByLabelText('是'));
    expect(screen.queryByLabelText(/退回的理由/)).toBeNull();
    fireEvent.click(screen.getByLabelText('否'));
    expect(screen.getByDisplayValue('缺附件')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('是'));
    fireEvent.click(screen.getByRole('button', { name: /^审核办结报告/ }));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '确定审核办结报告' })));
    expect(send).toHaveBeenCalledExactlyOnceWith({ accepted: true });
  });

  it('出现了就必填', () => {
    const send = vi.fn();
    form(send, undefined, check);
    fireEvent.click(screen.getByLabelText('否'));
    fireEvent.click(screen.getByRole('button', { name: /^审核办结报告/ }));
    expect(screen.getByText('还没有填“退回的理由”')).toBeTruthy();
    expect(send).not.toHaveBeenCalled();
  });
});

function form(send: (fields: Record<string, unknown>) => Promise<unknown>, refresh = () => undefined as undefined, of = note) {
  show(<CommandForm draftKey="act/qinghe/1/takeNote" form={of} about={about} send={send} done={() => undefined} refresh={refresh} />);
}

function fill() {
  fireEvent.change(screen.getByLabelText(/写什么/), { target: { value: '已电话约好周一见面' } });
  fireEvent.click(screen.getByLabelText('是'));
}
