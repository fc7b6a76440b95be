/** The picture of an empty list: every sound has been answered. */
export function EchoArcs() {
  return (
    <svg aria-hidden="true" width="112" height="84" viewBox="0 0 112 84" fill="none" stroke="#0b5d5e" strokeLinecap="round">
      <circle cx="56" cy="72" r="5" fill="#0b5d5e" stroke="none" />
      <path d="M36 72a20 20 0 0 1 40 0" strokeWidth="4" />
      <path d="M22 72a34 34 0 0 1 68 0" strokeWidth="3" opacity=".6" />
      <path d="M8 72a48 48 0 0 1 96 0" strokeWidth="2" opacity=".35" />
    </svg>
  );
}
