/** All the SQL of the directory. The compiler keeps it from touching another context's tables. */
export * from './store/accounts.ts';
export * from './store/attempts.ts';
export * from './store/directory.ts';
export * from './store/proposals.ts';
export * from './store/sessions.ts';
export type * from './store/tables.ts';
