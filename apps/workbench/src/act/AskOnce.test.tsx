// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ChoiceCards } from '../shared/fields/Field.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { stubBrowser } from '../testing/jsdom.ts';
import { show } from '../testing/show.tsx';
import { AskOnce } from './AskOnce.tsx';

beforeEach(stubBrowser);
afterEach(cleanup);

it('一页有两张表时，Ctrl+Enter 送的是正在写的那一张，不是后打开的那一张', async () => {
  const sent: string[] = [];
  show(
    ['答复', '补发查询码'].map((label) => (
      <AskOnce key={label} label={label} ask="确定吗？" said="" ready={() => true} send={async () => sent.push(label)} done={() => undefined}>
        <TextInput label={`写${label}`} value="" onChange={() => undefined} />
      </AskOnce>
    )),
  );
  screen.getByLabelText('写答复').focus();
  press();
  expect(screen.getByRole('button', { name: '确定答复' })).toBeTruthy();
  await act(async () => press());
  expect(sent).toEqual(['答复']);
});

it('缺的是一组选项：焦点也过去；没有办成的，焦点回到原来的按钮，字还在', async () => {
  let chosen = false;
  const form = (wrong?: string) => (
    <AskOnce label="记一笔" ask="确定吗？" said="" ready={() => chosen} send={() => Promise.reject(new Error('断了'))} done={() => undefined}>
      <TextInput label="写什么" value="电话问过" onChange={() => undefined} />
      <ChoiceCards legend="看得到" name="shown" choices={YES_NO} value={undefined} onChange={() => undefined} wrong={wrong} />
    </AskOnce>
  );
  show(form('还没有选'));
  screen.getByLabelText('写什么').focus();
  press();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('是')));
  chosen = true;
  press();
  await act(async () => press());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /^记一笔/ })));
  expect(screen.getByDisplayValue('电话问过')).toBeTruthy();
});

const YES_NO = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];
const press = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true });
