import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { RefusedFile } from '#contexts/intake/portal/domain/pages.ts';
import { wordsOf } from '../words/index.ts';
import { Tel } from './Fields.tsx';

/** A file that was not taken: which, why, and what can be done instead. */
export function whyRefused(frame: Frame, { name, why, most }: RefusedFile): string {
  const { refused } = wordsOf(frame).file.files;
  const said = most === undefined ? refused[why] : refused[why].replace('{most}', inMegabytes(most));
  return `${name}${frame.language === 'en' ? ' ' : '：'}${said}`;
}

export const NO_ROOM: ReadonlySet<RefusedFile['why']> = new Set(['draftFull', 'placeFull', 'shareFull']);

/** Paper and a data stick always have room. */
export function Elsewhere({ frame }: { readonly frame: Frame }) {
  const { elsewhere } = wordsOf(frame).file.files;
  const { name, address, phone } = frame.site.host;
  const say = ({ zh, en }: typeof name) => (frame.language === 'en' && en ? en : zh);
  return (
    <p>
      {elsewhere(say(name), say(address))} <Tel number={phone} />
    </p>
  );
}

export const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)}`;
