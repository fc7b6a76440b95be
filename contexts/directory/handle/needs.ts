/** What the directory is handed by the composition root. */
import type { ActNeeds } from '#platform/act.ts';
import type { DemoAccount } from '../contract/sign-in.ts';
import type { DirectorySource } from './source.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly callback: string; // '<office address>/api/directory/oidc/callback'
  readonly claim?: string; // which claim names the account: 'lilan' or 'lilan@qinghe'; preferred_username otherwise
  readonly label?: string; // what the button says
  readonly insecure?: boolean; // plain http, for a provider inside the house
}

export interface SignInSettings {
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
  readonly secure: boolean; // cookies over HTTPS only
  readonly demo?: readonly DemoAccount[]; // given in demonstration mode only
  readonly oidc?: OidcSettings;
}

export const SIGN_IN: SignInSettings = { idleMinutes: 30, absoluteMinutes: 600, secure: false };

export interface DirectoryNeeds extends ActNeeds {
  readonly directory: DirectorySource;
  readonly signIn?: Partial<SignInSettings>;
  readonly onTrouble?: (error: unknown) => void; // something failed that nobody waits for
}
