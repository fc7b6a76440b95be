// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stubBrowser } from '../../testing/jsdom.ts';
import { ME, show } from '../../testing/show.tsx';
import { TextInput } from '../fields/TextInput.tsx';
import { keepPhrase, phrasesOf } from './kept.ts';

const PHRASE = '依照《信访工作条例》第二十三条第三款，';

beforeEach(() => {
  stubBrowser();
  localStorage.clear();
});
afterEach(cleanup);

describe('常用语', () => {
  it('F2 打开正在写的那一栏的，放进光标所在处，接着写', async () => {
    keepPhrase(ME.person, PHRASE);
    const area = open('前后');
    area.focus();
    area.setSelectionRange(1, 1);
    fireEvent.keyDown(area, { key: 'F2' });
    fireEvent.click(await screen.findByRole('button', { name: PHRASE }));
    expect(area.value).toBe(`前${PHRASE}后`);
    expect(screen.getByTestId('heard').textContent).toBe(area.value);
    expect(document.activeElement).toBe(area);
    expect(area.selectionStart).toBe(1 + PHRASE.length);
  });

  it('存选中的几句；号码不存，说明为什么；别人的账号看不到', () => {
    const area = open(`${PHRASE}李某的电话是139 0000 1234。`);
    fireEvent.click(screen.getByRole('button', { name: /^常用语/ }));
    fireEvent.click(screen.getByRole('button', { name: /存为常用语/ }));
    expect(screen.getByRole('alert').textContent).toContain('不存号码');
    area.setSelectionRange(0, PHRASE.length);
    fireEvent.click(screen.getByRole('button', { name: /存为常用语/ }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(phrasesOf(ME.person)).toEqual([PHRASE]);
    expect(phrasesOf('00000000-0000-4000-8000-000000000002')).toEqual([]);
  });

  it('没有说要常用语的栏，例如密件的、信访人的话，没有这个按钮', () => {
    show(<TextInput label="原话" rows={3} value="" onChange={() => undefined} />);
    expect(screen.queryByRole('button', { name: /^常用语/ })).toBeNull();
  });
});

function open(start: string): HTMLTextAreaElement {
  show(<Written start={start} />);
  return screen.getByLabelText<HTMLTextAreaElement>('答复');
}

function Written({ start }: { start: string }) {
  const [text, setText] = useState(start);
  return (
    <>
      <TextInput label="答复" rows={3} value={text} onChange={setText} phrases />
      <output data-testid="heard">{text}</output>
    </>
  );
}
