/** The rows of the desk: one tab stop, J and K walk it, Enter opens, E does the verb. */
import { Button } from 'antd';
import { Fragment, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { CHANNELS } from '#kernel/channels.ts';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { articleOf, type Now } from '../shared/clock/read.ts';
import { daysSince } from '../shared/dates.ts';
import { useKeys } from '../shared/keys.ts';
import { useRoving } from '../shared/useRoving.ts';
import type { FromDesk } from './duties.ts';
import { BAND_NAMES, BANDS, type BandName, type DeskRow } from './bands.ts';

interface DeskTableProps {
  bands: ReadonlyMap<BandName, readonly DeskRow[]>;
  now: Now;
  chosen: number;
  start: number | undefined; // the row that takes the focus on arrival
  look: FromDesk; // what a link to a matter takes along
  onChoose: (row: number) => void;
  onOpen: (row: DeskRow) => void;
  onVerb: (row: DeskRow) => void;
}

export function DeskTable({ bands, now, chosen, start, look, onChoose, onOpen, onVerb }: DeskTableProps) {
  const shown = BAND_NAMES.filter((band) => bands.has(band));
  const rows = shown.flatMap((band) => bands.get(band)!);
  const roving = useRoving(rows.length, onChoose);
  const current = rows[roving.at];
  useKeepInSight(chosen, roving.at, roving.go);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival only
  useEffect(() => {
    if (start !== undefined) roving.go(start);
  }, []);

  useKeys({
    J: { does: '下一行', run: () => roving.step(1) },
    K: { does: '上一行', run: () => roving.step(-1) },
    Enter: { does: '打开这件', run: () => current && onOpen(current) },
    E: { does: '办这件（行内的按钮）', run: () => current && onVerb(current) },
  });

  let at = -1;
  return (
    <>
      <table className="grid cards desk">
        <caption className="vh">本单位应办，按到期先后</caption>
        <colgroup>
          <col className="a" />
          <col className="b" />
          <col />
          <col className="d" />
          <col className="e" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">时限</th>
            <th scope="col">该做什么</th>
            <th scope="col">什么事</th>
            <th scope="col">承办</th>
            <th scope="col">
              <span className="vh">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((band) => (
            <Fragment key={band}>
              <tr className="band">
                <th colSpan={5} scope="rowgroup">
                  {BANDS[band].name} {bands.get(band)!.length} 件<span>{BANDS[band].note}</span>
                </th>
              </tr>
              {bands.get(band)!.map((row) => {
                at += 1;
                const here = at;
                return (
                  <Row
                    key={row.item.matter + row.item.key}
                    row={row}
                    now={now}
                    chosen={here === roving.at}
                    roving={roving.row(here)}
                    look={look}
                    onOpen={() => onOpen(row)}
                    onVerb={() => onVerb(row)}
                    onChoose={() => onChoose(here)}
                  />
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="keys">
        <span>
          <kbd>J</kbd>
          <kbd>K</kbd> 上下
        </span>
        <span>
          <kbd>Enter</kbd> 打开
        </span>
        <span>
          <kbd>E</kbd> 办这件
        </span>
        <span>
          <kbd>/</kbd> 查找
        </span>
        <span>
          <kbd>1</kbd>–<kbd>5</kbd> 换时限
        </span>
        <span>
          <kbd>?</kbd> 全部快捷键
        </span>
      </p>
    </>
  );
}

interface RowProps {
  row: DeskRow;
  now: Now;
  chosen: boolean;
  roving: ReturnType<ReturnType<typeof useRoving>['row']>;
  look: FromDesk;
  onOpen: () => void;
  onVerb: () => void;
  onChoose: () => void;
}

function Row({ row: { item, clock, duty, hints }, now, chosen, roving, look, onOpen, onVerb, onChoose }: RowProps) {
  const inside = chosen ? 0 : -1;
  return (
    <tr
      {...roving}
      className={`open${chosen ? ' sel' : ''}`}
      aria-label={`${item.title}，${duty.owed}`}
      onFocus={() => {
        roving.onFocus();
        onChoose();
      }}
      onClick={(event) => !(event.target as HTMLElement).closest('a,button') && onOpen()}
    >
      <td className="c1">
        <ClockTag clock={clock} today={now.today} />
      </td>
      <td className="c2">
        <span className="b">{duty.owed}</span>
        <span className="sub">{hints.length > 0 ? hints.join('；') : articleOf(item.clock)}</span>
      </td>
      <td className="c3">
        <Link className="ttl" tabIndex={inside} to={`/matters/${item.region}/${item.matter}`} state={look}>
          {item.title}
        </Link>
        <span className="sub">
          {CHANNELS[item.channel].name} · 收件至今 {daysSince(item.receivedOn, now.today as never)} 天
        </span>
      </td>
      <td className="c4">{item.handler?.name ?? <span className="mute">未指定</span>}</td>
      <td className="c5">
        <Button className="verb" tabIndex={inside} type={chosen ? 'primary' : 'default'} aria-label={`${duty.verb}：${item.title}`} onClick={onVerb}>
          {duty.verb}
        </Button>
      </td>
    </tr>
  );
}

/** After an act the row is gone: the focus goes to the one that came into its place. */
function useKeepInSight(chosen: number, at: number, go: (row: number) => void): void {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (chosen !== at && document.activeElement?.tagName === 'TR') go(chosen);
  }, [chosen, at, go]);
}
