/** The front door of retention: a person's own data, and how long anything is kept. */
export { isWish, PRIVACY, type Wish } from './domain/privacy.ts';
export { findPrivacyOf, type PrivacyTold } from './petitioner.ts';
