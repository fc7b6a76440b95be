/**
 * Keys: one letter each, asleep while a person types, and to be switched off by
 * whoever works with speech or shaky hands (WCAG 2.1.4). The newest layer wins.
 */
import { useEffect, useRef } from 'react';

export interface Key {
  readonly does: string; // for the sheet of keys
  readonly run: (event: KeyboardEvent) => void;
}

/** 'J', '?', '1', 'G D' (one after the other), 'Ctrl+Enter', 'F8'. */
export type Keys = Readonly<Record<string, Key>>;

const layers: { current: Keys }[] = [];
const OFF = 'huiyin.letters';
let before = '';

export const lettersOn = () => localStorage.getItem(OFF) !== 'off';
export const switchLetters = (on: boolean) => localStorage.setItem(OFF, on ? 'on' : 'off');

/** Every key that works now, the newest layer first. */
export function keysNow(): [string, string][] {
  const all = new Map<string, string>();
  for (const { current } of [...layers].reverse()) {
    for (const [name, { does }] of Object.entries(current)) if (!all.has(name)) all.set(name, does);
  }
  return [...all];
}

export function useKeys(keys: Keys): void {
  const layer = useRef(keys);
  layer.current = keys;

  useEffect(() => {
    layers.push(layer);
    if (layers.length === 1) {
      document.addEventListener('keydown', onChord, true); // before a component takes the Enter for itself
      document.addEventListener('keydown', onKey);
    }
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) {
        document.removeEventListener('keydown', onChord, true);
        document.removeEventListener('keydown', onKey);
      }
    };
  }, []);
}

const CHORD = /^(Ctrl\+|F\d)/;

/** Chords and function keys work everywhere, while typing too. */
function onChord(event: KeyboardEvent): void {
  const name = nameOf(event);
  const found = name && CHORD.test(name) && !event.isComposing ? find(name) : undefined;
  if (!found) return;
  event.preventDefault();
  event.stopPropagation();
  before = '';
  found.run(event);
}

function onKey(event: KeyboardEvent): void {
  const name = nameOf(event);
  if (!name || CHORD.test(name) || event.defaultPrevented || event.isComposing) return;
  if (isTyping(event.target) || !lettersOn()) return;
  if (name === 'Enter' && isPressable(event.target)) return; // a button keeps its own Enter

  const two = `${before} ${name}`;
  before = name;
  const found = find(two) ?? find(name);
  if (!found) return;
  if (found === find(two)) before = '';
  event.preventDefault();
  found.run(event);
}

function find(name: string): Key | undefined {
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    const key = layers[at]!.current[name];
    if (key) return key;
  }
  return undefined;
}

function nameOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
  if (altKey || key === undefined) return undefined;
  if (ctrlKey || metaKey) return key === 'Enter' ? 'Ctrl+Enter' : undefined;
  return key.length === 1 ? key.toUpperCase() : key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName) || target.getAttribute('role') === 'combobox';
}

const isPressable = (target: EventTarget | null) => target instanceof HTMLElement && ['A', 'BUTTON', 'SUMMARY'].includes(target.tagName);
