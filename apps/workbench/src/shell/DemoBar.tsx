/** While the demonstration county is still being told: how far it is. Gone when it is there, and never seen in earnest. */
import { useQuery } from '@tanstack/react-query';
import { getDemoProgress } from '#apps/server/demo/contract.ts';
import { call } from '../shared/call.ts';

const AGAIN = 4_000;

export function DemoBar({ asked = true }: { asked?: boolean }) {
  const progress = useQuery({
    queryKey: ['demo-progress'],
    queryFn: () => call(getDemoProgress, {}),
    retry: false,
    enabled: asked, // who keeps the accounts hears nothing of matters
    refetchInterval: ({ state }) => (state.data?.finished === false ? AGAIN : false),
  });
  const { data } = progress;
  if (!data || data.finished) return null;
  return (
    <p className="demo-bar" role="status">
      演示数据正在准备：{data.ready}／{data.all} 件{data.minutes !== null && `，约还要${data.minutes}分钟`}
    </p>
  );
}
