/** Waiting for data: nothing for 0.3 s, then still bars of the height of the rows to come; after 5 s it says so. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';

const WIDTHS = ['70%', '52%', '61%', '46%', '66%', '58%'];

export function Waiting({ rows = 5, again }: { rows?: number; again?: () => void }) {
  const since = useStep([300, 5000]);
  if (since === 0) return <div aria-busy="true" style={{ minHeight: rows * 52 }} />;
  return (
    <div aria-busy="true">
      <p className="vh" role="status">
        正在取数
      </p>
      <div className="bars" aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <div key={WIDTHS[row % 6]! + String(row)}>
            <i />
            <i style={{ width: WIDTHS[row % 6] }} />
          </div>
        ))}
      </div>
      {since > 1 && (
        <p className="small mute" style={{ padding: '8px 16px 12px' }}>
          数据慢，正在重试。
          {again && (
            <Button type="link" onClick={again}>
              重新取
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

/** How many of these moments have passed since the first showing. */
function useStep(moments: readonly number[]): number {
  const [step, setStep] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moments of one place never change
  useEffect(() => {
    const timers = moments.map((after, at) => setTimeout(() => setStep(at + 1), after));
    return () => timers.forEach(clearTimeout);
  }, []);
  return step;
}
