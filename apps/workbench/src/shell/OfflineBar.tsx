/** While the network is away: what was written stays here, and since when. */
import { useEffect, useState } from 'react';
import { timeOfDay } from '../shared/dates.ts';
import { Note } from '../shared/Note.tsx';

export function OfflineBar() {
  const [since, setSince] = useState<string | null>(() => (navigator.onLine === false ? new Date().toISOString() : null));

  useEffect(() => {
    const away = () => setSince(new Date().toISOString());
    const back = () => setSince(null);
    addEventListener('offline', away);
    addEventListener('online', back);
    return () => {
      removeEventListener('offline', away);
      removeEventListener('online', back);
    };
  }, []);

  if (!since) return null;
  return (
    <div style={{ marginBottom: 12 }}>
      <Note kind="info" title="网络断了，写的都留在这一页上。">
        <p>{timeOfDay(since)} 起连不上。不要关掉这一页；连上以后再按一次提交，填过的收到时间不会变。</p>
      </Note>
    </div>
  );
}
