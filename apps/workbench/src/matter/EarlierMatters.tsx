/** 先前的事项: what the rule would say of this one beside an earlier matter of the same petitioner. It proposes; whoever compares decides. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Static } from 'typebox';
import { type EarlierMatter, findEarlierMatters } from '#contexts/intake/contract/repeats.ts';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Trouble } from '../shared/Trouble.tsx';

export type Earlier = Static<typeof EarlierMatter>;

interface EarlierMattersProps {
  region: string;
  intake: string;
  where?: string; // where it is decided
  onFound?: (rows: readonly Earlier[]) => void;
}

export function EarlierMatters({ region, intake, where = '在“和先前的一件对照”里', onFound }: EarlierMattersProps) {
  const find = useMutation({
    mutationFn: () => call(findEarlierMatters, { params: { region, intake } }),
    onSuccess: (rows) => {
      announce(rows.length ? '找到先前的事项，请对照原文' : '没有找到先前的事项');
      onFound?.(rows);
    },
  });
  return (
    <div className="stack tight" style={{ marginTop: 12 }}>
      <div className="acts">
        <Button onClick={() => find.mutate()}>看先前的事项</Button>
        <span className="small mute">只为对照是不是同一件，查一次留一次痕</span>
      </div>
      {find.error && <Trouble error={find.error} />}
      {find.data?.length === 0 && <p className="small">没有找到本单位经手的先前的事项。</p>}
      {find.data?.map(({ region: home, matter, no, title, stageName, receivedOn, proposals }) => (
        <div key={matter}>
          <a className="ttl" href={`/matters/${home}/${matter}`} target="_blank" rel="noreferrer">
            {title}
          </a>
          <span className="sub">
            {day(receivedOn)}收到 · {stageName} · {no}
          </span>
          <ul className="small">
            {proposals.map(({ when, kind, name, does, article }) => (
              <li key={when + kind}>
                {when}的：{name}，{does}（{article}）
              </li>
            ))}
          </ul>
        </div>
      ))}
      {(find.data?.length ?? 0) > 0 && <p className="small mute">系统只提出，由看过两件原文的人{where}决定；信访人可以不同意。</p>}
    </div>
  );
}
