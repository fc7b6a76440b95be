/** What may come back instead of an answer: a no of the office (Refusal), the network, or our own fault. */
import { Refusal, type RefusalCode } from '#kernel/refusal.ts';

/** A refusal as it arrives: with its way out, the fields that are wrong, and the number to quote. */
export type Refused = Refusal & {
  readonly wayOut?: string;
  readonly fields?: readonly { readonly at: string; readonly says: string }[];
  readonly detail?: string;
};

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: 'offline' | 'fault';
  readonly detail: string | undefined;

  constructor(kind: Failure['kind'], message: string, detail?: string) {
    super(message);
    this.kind = kind;
    this.detail = detail;
  }
}

export const offline = () => new Failure('offline', '网络断了，没有送出去。', '写的内容还在这一页上；连上以后再按一次。');

export const isOffline = (error: unknown) => error instanceof Failure && error.kind === 'offline';
export const isRefused = (error: unknown, code: RefusalCode): error is Refused => error instanceof Refusal && error.code === code;

/** A page is taken away where it never came, or where the office says that it may not be seen any more; not for a line that broke while somebody types in it. */
export const nothingToShow = ({ data, error }: { readonly data: unknown; readonly error: unknown }): boolean =>
  error !== null && (data === undefined || isRefused(error, 'NotFound') || isRefused(error, 'NotAllowed'));

/** What is wrong with this field, by the server's word. */
export function wrongWith(error: unknown, field: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined;
  return (error as Refused).fields?.find(({ at }) => at === field || at.endsWith(`.${field}`))?.says;
}
