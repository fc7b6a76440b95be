// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
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

const press = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true });
