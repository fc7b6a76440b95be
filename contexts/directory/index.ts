/** The front door of the directory. Other contexts import from here and nowhere else. */
export type { Directory } from './domain/directory.ts';
export type { Duty, Organ, OrganType } from './domain/organ.ts';
export type { Membership, Person } from './domain/person.ts';
export { createDirectory } from './domain/directory.ts';
export { fillOrgan, type OrganEntry } from './domain/entry.ts';
export { agreersOf, guardedIn } from './domain/four-eyes.ts';
export { mayOpenContent } from './domain/permissions.ts';
export { openDirectory, type DirectorySource } from './handle/source.ts';
export { createSessions, type Sessions } from './handle/sessions.ts';
export type { DirectoryNeeds, OidcSettings, SignInSettings } from './handle/needs.ts';
export { agreeAsOperator } from './handle/proposals.ts';
export { openProposals } from './handle/proposal-list.ts';
export { demoAccountsOf, seedDirectory, seededId } from './handle/seed.ts';
export { type PersonEntry, wrongIn as wrongInFirstList } from './domain/first-list.ts';
export { newOneTimePassword } from './handle/passwords.ts';
export { directoryRoutes } from './routes.ts';
