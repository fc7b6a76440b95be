/** The marks of the line and the few pictograms; one inline sprite, so that no request is spent on them. */
export function Sprite() {
  return (
    <svg width="0" height="0" className="vh" aria-hidden="true">
      <defs>
        <symbol id="i-done" viewBox="0 0 40 40">
          <circle cx="20" cy="20" r="15" fill="#0b5d5e" />
          <path d="M13 20.5l5 5 9.5-10.5" fill="none" stroke="#fff" strokeWidth="3.6" strokeLinecap="round" strokeLinejoin="round" />
        </symbol>
        <symbol id="i-now" viewBox="0 0 40 40">
          <circle cx="20" cy="20" r="19" fill="#fff" />
          <circle cx="20" cy="20" r="5.2" fill="#0b5d5e" />
          <g fill="none" stroke="#0b5d5e" strokeWidth="3.4" strokeLinecap="round">
            <path d="M28.7 15.5A9.8 9.8 0 1 0 29.3 23.2" />
            <path d="M7.2 9.4A16.6 16.6 0 1 1 4.3 25.5" />
          </g>
        </symbol>
        <symbol id="i-late" viewBox="0 0 40 40">
          <path d="M20 2.5L37.5 20 20 37.5 2.5 20z" fill="#b3261e" stroke="#b3261e" strokeWidth="3" strokeLinejoin="round" />
          <path d="M20 11v11" stroke="#fff" strokeWidth="3.8" strokeLinecap="round" />
          <circle cx="20" cy="28" r="2.4" fill="#fff" />
        </symbol>
        <symbol id="i-next" viewBox="0 0 40 40">
          <circle cx="20" cy="20" r="13" fill="#fff" stroke="#7b8794" strokeWidth="4" />
        </symbol>
        <symbol id="i-phone" viewBox="0 0 24 24">
          <path
            d="M6.5 3h3l1.6 4.6-2 1.6a12 12 0 0 0 5.7 5.7l1.6-2L21 14.5v3A3.3 3.3 0 0 1 17.5 21C10 20.600 3.400 14 3 6.500A3.300 3.300 0 0 1 6.500 3z"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinejoin="round"
          />
        </symbol>
        <symbol id="i-bang" viewBox="0 0 24 24">
          <circle cx="12" cy="12" r="11" fill="#8a5200" />
          <path d="M12 6v7.500" stroke="#fff" strokeWidth="2.800" strokeLinecap="round" />
          <circle cx="12" cy="17.500" r="1.700" fill="#fff" />
        </symbol>
      </defs>
    </svg>
  );
}

export function Mark({ name }: { readonly name: 'done' | 'now' | 'late' | 'next' }) {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

export function Icon({ name }: { readonly name: 'phone' | 'bang' }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

export function Echo({ className }: { readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 40 40" fill="none" stroke="currentColor" strokeWidth="3.4" strokeLinecap="round" aria-hidden="true">
      <circle cx="20" cy="20" r="3.4" fill="currentColor" stroke="none" />
      <path d="M26.9 16A8 8 0 1 0 27.5 22.7" />
      <path d="M8.2 9.9A15.5 15.5 0 1 1 5.4 25.3" />
    </svg>
  );
}
