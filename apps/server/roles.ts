/** The roles of the one program: each a process, with a port, a database role and keys of its own. */
export const ROLES = ['portal', 'office', 'worker', 'sealed'] as const;
export type RoleName = (typeof ROLES)[number];

/** What a role process tells the one that watches it. */
export type Message = { readonly ready: true } | { readonly refused: string };

/** What the watcher tells a role process; the rest is signals. */
export const STOP = 'stop';
