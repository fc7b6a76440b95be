/** Trying, doing, and what came of it: in = registered + known + turned down, each of these with its reason. */
import { Button } from 'antd';
import { Link } from 'react-router';
import { getRejected, type ImportState } from '#contexts/intake/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { urlOf } from '../shared/call.ts';
import { Note } from '../shared/Note.tsx';
import { Sheet } from '../shared/Sheet.tsx';

interface OutcomeProps {
  now: ImportState;
  ready: boolean; // every required column is told
  run: (dryRun: boolean) => Promise<unknown>;
  another: () => void;
}

export function Outcome({ now, ready, run, another }: OutcomeProps) {
  const { state, rows, rejected, why } = now;
  const busy = state === 'running';
  return (
    <Sheet title={TITLES[state]} aside={rows > 0 && `读到 ${rows} 行`}>
      <div className="stack tight">
        {busy && <Bar now={now} />}
        {why && <Note kind="care" title={why} />}
        {rows > 0 && <Sums now={now} />}
        {rejected > 0 && <Rejected now={now} />}
        {state === 'done' ? (
          <div className="acts">
            <Link className="btn-like" to="/intakes">
              去看来件
            </Link>
            <Button onClick={another}>再导一个文件</Button>
          </div>
        ) : (
          !busy && (
            <>
              {!ready && <p className="soon">必填的栏都指定了才能试做。</p>}
              {ready && (
                <div className="acts">
                  <Button type={state === 'ready' ? 'primary' : 'default'} onClick={() => void run(true)}>
                    {state === 'ready' ? '试做一遍，什么也不写入' : '改了栏目，再试一遍'}
                  </Button>
                  <Button onClick={another}>换一个文件</Button>
                </div>
              )}
              {ready && state !== 'ready' && (
                <AskOnce
                  label={state === 'failed' ? '接着导入' : `导入 ${now.registered} 件`}
                  ask="导入后收到时间不能改，期限从收到那天算；已经过了期限的，会马上显示超期。确定吗？"
                  said="已经开始导入，离开这一页也会做完。"
                  ready={() => true}
                  send={() => run(false)}
                  done={() => undefined}
                >
                  {null}
                </AskOnce>
              )}
            </>
          )
        )}
      </div>
    </Sheet>
  );
}

const TITLES: Readonly<Record<ImportState['state'], string>> = {
  ready: '先试做一遍',
  running: '正在做',
  tried: '试做的结果',
  done: '已经导入',
  failed: '中断了',
};

function Bar({ now: { part, rows } }: { now: ImportState }) {
  const percent = Math.round(part * 100);
  return (
    <p role="status">
      <progress className="wide-bar" value={part} max={1} aria-label={`已读 ${percent}%`} />
      <span className="small mute">
        已读 {percent}%，{rows} 行。离开这一页也会做完；回到这个网址能看到结果。
      </span>
    </p>
  );
}

function Sums({ now: { state, rows, registered, opened, known, rejected } }: { now: ImportState }) {
  const tried = state === 'tried' || (state === 'running' && registered === 0);
  return (
    <p>
      共 <b>{rows}</b> 行 ＝ {tried ? '可以登记' : '新登记'} <b>{registered}</b> 件 ＋ 先前已登记 <b>{known}</b> 件 ＋ 退回 <b>{rejected}</b> 件。
      {opened > 0 && `其中 ${opened} 件写明了种类和分类，${tried ? '会' : '已经'}立件；其余留在来件处等人甄别。`}
    </p>
  );
}

function Rejected({ now }: { now: ImportState }) {
  return (
    <div>
      <h3>退回的行和原因</h3>
      <ul className="rejected small">
        {now.first.map(({ line, why }) => (
          <li key={line + why}>
            第 {line} 行：{why}
          </li>
        ))}
        {now.rejected > now.first.length && <li className="mute">还有 {now.rejected - now.first.length} 行，见文件。</li>}
      </ul>
      <a className="btn-like" href={urlOf(getRejected.url, { import: now.import })} download>
        下载退回的 {now.rejected} 行（CSV），改好后可以单独再导
      </a>
    </div>
  );
}
