/** The endpoints of the directory: signing in, one's own account, organs, accounts. One file per noun under contract/. */
export { Post } from './contract/shared.ts';
export * from './contract/sign-in.ts';
export * from './contract/me.ts';
export * from './contract/organs.ts';
export * from './contract/accounts.ts';
export * from './contract/proposals.ts';
