/** The line icons of the house: one stroke, one size, never alone without a word beside them. */
const PATHS = {
  desk: 'M4 10h16M6 10v9M18 10v9M8 6h8M9 14h6',
  letter: 'M3 6h18v12H3zM3 7l9 7 9-7',
  matter: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  paper: 'M5 4h14v16H5zM9 9h6M9 13h6M9 3v3M15 3v3',
  lamp: 'M12 3v3M5 19h14M7 19v-6a5 5 0 0 1 10 0v6M3 8l2 1M21 8l-2 1',
  voice: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  tree: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4',
  calendar: 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4M8 14h3M13 14h3',
  box: 'M4 4h16v4H4zM6 8v12h12V8M10 12h4',
  figures: 'M4 20h16M7 20v-6M12 20V6M17 20v-9',
  import: 'M12 3v11M7 10l5 5 5-5M4 20h16',
  inbox: 'M4 13l2-8h12l2 8v6H4zM4 13h5l1 3h4l1-3h5',
  search: 'M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM20 20l-4.500-4.500',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c0-4 3-6 7-6s7 2 7 6',
  tick: 'M4 12l5 5L20 6',
  warn: 'M12 3 2 20h20zM12 10v4M12 17v.5',
  no: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM6 6l12 12',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7v.5',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20, color = 'currentColor' }: { name: IconName; size?: number; color?: string }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke={color}
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of the house: a sound, and the answer that comes back. */
export function EchoMark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 40 40" fill="none" stroke="#0b5d5e" strokeWidth="3.4" strokeLinecap="round">
      <circle cx="20" cy="20" r="3.4" fill="#0b5d5e" stroke="none" />
      <path d="M26.9 16A8 8 0 1 0 27.5 22.7" />
      <path d="M8.2 9.9A15.5 15.5 0 1 1 5.4 25.3" />
    </svg>
  );
}
