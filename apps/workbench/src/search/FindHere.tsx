/** The search field on a phone, whose bar at the top has no room for one. */
import { Button } from 'antd';
import { type FormEvent, useRef } from 'react';
import { PHONE, useMedia } from '../theme/media.ts';

export function FindHere({ words, onFind }: { words: string; onFind: (words: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  if (!useMedia(PHONE)) return null;
  const find = (event: FormEvent) => {
    event.preventDefault();
    onFind(field.current?.value.trim() ?? '');
  };
  return (
    <search>
      <form className="find-here" onSubmit={find}>
        <input ref={field} className="in" type="search" defaultValue={words} aria-label="找事项：编号、说过的话" placeholder="编号、说过的话" />
        <Button htmlType="submit">找</Button>
      </form>
    </search>
  );
}
