// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readDrawn } from '#contexts/documents/domain/drawn.ts';
import { stubBrowser } from '../../testing/jsdom.ts';
import { DrawnInput } from './DrawnInput.tsx';

beforeEach(stubBrowser);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function shown() {
  const given: (string | undefined)[] = [];
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ left: 10, top: 20, width: 500, height: 200 } as DOMRect);
  render(<DrawnInput label="签收人在这里签名" value={undefined} onChange={(value) => given.push(value)} />);
  const draw = (points: readonly (readonly [number, number])[]) => {
    const pad = screen.getByRole('img');
    points.forEach(([clientX, clientY], index) => fireEvent(pad, pointer(index === 0 ? 'pointerdown' : 'pointermove', clientX, clientY)));
    fireEvent(pad, pointer('pointerup', 0, 0));
  };
  return { given, draw };
}

const pointer = (type: string, clientX: number, clientY: number) => new MouseEvent(type, { bubbles: true, clientX, clientY });

describe('手写签名', () => {
  it('先勾选同意才有签名的地方；签了给出笔画，清除、取消同意都收回', () => {
    const { given, draw } = shown();
    expect(screen.queryByRole('img')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox'));
    draw([
      [60, 120],
      [110, 70],
      [310, 170],
    ]);
    expect(readDrawn(given.at(-1)!)).toEqual([
      [
        [100, 200],
        [200, 100],
        [600, 300],
      ],
    ]);
    expect(screen.getByRole('img', { name: '已经签名' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '清除重签' }));
    expect(given.at(-1)).toBeUndefined();
    draw([
      [60, 120],
      [310, 170],
    ]);
    expect(given.at(-1)).toBeDefined();
    fireEvent.click(screen.getByRole('checkbox'));
    expect(given.at(-1)).toBeUndefined();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('点一下不算签名', () => {
    const { given, draw } = shown();
    fireEvent.click(screen.getByRole('checkbox'));
    draw([
      [60, 120],
      [64, 121],
    ]);
    expect(given.at(-1)).toBeUndefined();
  });
});
