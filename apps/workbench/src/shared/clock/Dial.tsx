/** The little dial of a clock. Its shape says the state before its colour does, so that a grey print can be read. */
export type Shape = 'overdue' | 'today' | 'running' | 'done' | 'right' | 'lapsed' | 'paused';
export type Tone = 'over' | 'today' | 'soon' | 'calm';

const INK: Record<Tone, string> = { over: '#b3261e', today: '#8a5200', soon: '#8a5200', calm: '#52606d' };

export function Dial({ shape, tone, share = 0 }: { shape: Shape; tone: Tone; share?: number }) {
  return (
    <svg aria-hidden="true" data-shape={shape} width="24" height="24" viewBox="0 0 24 24" fill="none">
      {shape === 'overdue' && (
        <>
          <path d="M12 1.500 22.500 12 12 22.500 1.500 12z" fill={INK[tone]} stroke={INK[tone]} strokeWidth="1.5" strokeLinejoin="round" />
          <path d="M12 6.500v6.500M12 16.700v.3" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" />
        </>
      )}
      {shape === 'today' && (
        <>
          <circle cx="12" cy="12" r="9" stroke={INK.today} strokeWidth="3" />
          <circle cx="12" cy="12" r="3.6" fill={INK.today} />
        </>
      )}
      {shape === 'running' && (
        <>
          <circle cx="12" cy="12" r="9" stroke="#d9dee3" strokeWidth="3" />
          <path d={arc(share)} stroke={INK[tone]} strokeWidth="3" />
        </>
      )}
      {shape === 'done' && (
        <>
          <circle cx="12" cy="12" r="10" fill="#e6f4ec" stroke="#1f6f43" strokeWidth="1.5" />
          <path d="M7.500 12.300l3 3 6-6.300" stroke="#1f6f43" strokeWidth="2" strokeLinecap="round" />
        </>
      )}
      {shape === 'right' && <circle cx="12" cy="12" r="9" stroke="#7b8794" strokeWidth="2" strokeDasharray="3 3" />}
      {shape === 'lapsed' && <path d="M7 12h10" stroke="#7b8794" strokeWidth="2" strokeLinecap="round" />}
      {shape === 'paused' && (
        <>
          <circle cx="12" cy="12" r="9" stroke="#7b8794" strokeWidth="2" />
          <path d="M9.500 8.500v7M14.500 8.500v7" stroke="#52606d" strokeWidth="2" strokeLinecap="round" />
        </>
      )}
    </svg>
  );
}

/** The arc from twelve o'clock over the share of the time that is used; a full ring is left a hair open. */
function arc(share: number): string {
  const angle = Math.min(Math.max(share, 0.02), 0.98) * 2 * Math.PI;
  const x = (12 + 9 * Math.sin(angle)).toFixed(2);
  const y = (12 - 9 * Math.cos(angle)).toFixed(2);
  return `M12 3A9 9 0 ${angle > Math.PI ? 1 : 0} 1 ${x} ${y}`;
}
