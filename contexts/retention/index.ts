/** The front door of retention: a person's own data, and how long anything is kept. */
export { PRIVACY } from './domain/privacy.ts';
