import type { Directory } from '#contexts/directory/index.ts';
import type { FilingNeeds, FilingPage, Frame } from '#contexts/intake/index.ts';
import type { CopyPdf } from './copy-pdf.ts';
import type { FollowPage, SigningKey } from './domain/pages.ts';
import type { English } from './english.ts';

/** What the composition root hands to the portal. `db` is opened in the role huiyin_portal, which can do nothing else. */
export interface PortalNeeds extends Omit<FilingNeeds, 'site' | 'render'> {
  readonly home: () => string; // the region whose petition department runs this portal; none before the operator's set-up
  readonly directory: { current(): Directory }; // opened with `organsOnly`: this role may not read people
  readonly english?: () => English; // as the operator has written it
  readonly render: (page: FilingPage | FollowPage, frame: Frame) => string; // dist/portal/pages.js
  readonly copyPdf?: CopyPdf; // of one's own information
  readonly signingKey?: () => SigningKey; // published, so that receipts can be checked elsewhere
  readonly assets: string; // dist/portal/assets
}
