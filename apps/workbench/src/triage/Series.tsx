/** 上一件、下一件: the arrivals that wait, in the order of their list, so that sixty are gone through without the list in between. Each is still looked at by somebody. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { type IntakePage, listWaiting } from '#contexts/intake/contract.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { useKeys } from '../shared/keys.ts';
import { Sheet } from '../shared/Sheet.tsx';

interface Stop {
  readonly region: string;
  readonly intake: string;
  readonly title: string;
}

/** Where this one stands among those that wait; once it is dealt with, the one that came into its place is the next. */
export function useSeries({ intake }: Pick<IntakePage, 'intake'>) {
  const { unit } = useMe();
  const waiting = useQuery({ queryKey: ['waiting', unit], queryFn: () => call(listWaiting, {}), staleTime: 60_000, retry: false });
  const rows: readonly Stop[] = waiting.data?.rows ?? [];
  const at = rows.findIndex((each) => each.intake === intake);
  const place = useRef(0);
  useEffect(() => {
    if (at >= 0) place.current = at;
  }, [at]);
  const isWaiting = at >= 0;
  return {
    known: waiting.isSuccess,
    at,
    count: rows.length,
    before: isWaiting ? rows[at - 1] : undefined,
    next: isWaiting ? rows[at + 1] : (rows[place.current] ?? rows[0]),
  };
}

type Series = ReturnType<typeof useSeries>;
const addressOf = ({ region, intake }: Stop) => `/intakes/${region}/${intake}`;

/** At the head of the page: which of how many, and the ways to its neighbours. */
export function Neighbours({ at, count, before, next }: Series) {
  const navigate = useNavigate();
  const go = (stop: Stop | undefined) => stop && navigate(addressOf(stop));
  useKeys({ K: { does: '上一件来件', run: () => go(before) }, J: { does: '下一件来件', run: () => go(next) } });
  if (at < 0 || count < 2) return null;
  return (
    <>
      <span className="small mute nw">
        第 {at + 1} 件，共 {count} 件
      </span>
      {before && (
        <Button onClick={() => go(before)} title={before.title}>
          上一件 <kbd>K</kbd>
        </Button>
      )}
      {next && (
        <Button onClick={() => go(next)} title={next.title}>
          下一件 <kbd>J</kbd>
        </Button>
      )}
    </>
  );
}

/** Under what became of it: the next one takes the focus. */
export function GoOn({ known, count, next }: Series) {
  const navigate = useNavigate();
  const button = useRef<HTMLButtonElement>(null);
  const go = () => next && navigate(addressOf(next));
  useEffect(() => button.current?.focus(), []);
  if (!known) return null;
  if (!next)
    return (
      <Sheet title="来件都看过了">
        <p>
          立了件还没有转出去的，都在<Link to="/desk">案头</Link>等转送、交办。
        </p>
      </Sheet>
    );
  return (
    <Sheet title="接着看" aside={`还有 ${count} 件在等`}>
      <p>{next.title}</p>
      <div className="acts" style={{ marginTop: 8 }}>
        <Button ref={button} type="primary" size="large" onClick={go}>
          下一件来件 <kbd>J</kbd>
        </Button>
        <Link className="btn-like" to="/intakes">
          回到来件清单
        </Link>
      </div>
    </Sheet>
  );
}
