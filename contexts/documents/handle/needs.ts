import type { CaseworkNeeds } from '#contexts/casework/index.ts';
import type { Blobs } from '#platform/blobs.ts';
import type { Faces } from '../render/faces.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Values } from '../domain/field.ts';
import type { Facts } from '../render/sheet.ts';
import type { Binder, Typesetter } from '../render/typst.ts';
import type { BesideOf } from './home.ts';

/** How a unit signs; the directory knows. */
export interface Signature {
  readonly name: string; // full name, as on the seal
  readonly documentWord: string; // 机关代字; empty: it signs no papers of its own
  readonly documentWords: Readonly<Record<string, string>>; // by type of paper, where custom differs
  readonly address: string;
  readonly phones: readonly string[];
}

/** What an act on papers needs beside what an act on a matter needs. */
export interface DocumentsNeeds extends CaseworkNeeds {
  readonly blobs: Blobs;
  readonly typesetter: () => Pressroom; // opened when the first paper is set: its faces take 40 MB
  readonly signatureOf: (unit: string) => Signature;
  readonly organOf?: (unit: string) => string; // an inner office signs with number and seal of its organ, never with its own (第三十二条)
  readonly unitNamed: (name: string) => string | undefined; // code of an organ by its full name
  readonly personOf: (id: string) => string;
  readonly sealOf?: (unit: string) => Facts['seal']; // image of the seal that the unit handed in
  readonly portalUrl: string; // as it stands in QR codes
  readonly registrationOf?: (intake: Subject) => Promise<Values>; // what F01 says of the arrival
  readonly besideOf?: BesideOf; // of subjects that are no matters; the context that owns them knows
  readonly worksAbout?: (region: string, matterNo: string) => Promise<readonly Subject[]>; // work beside matters whose papers belong into its file
  readonly keptFor?: (types: readonly string[]) => string; // how long a matter with these actions is kept; retention knows
  readonly sign?: (region: string, bytes: Buffer) => { readonly key: string; readonly signature: Buffer }; // the office's signature, whose public key the portal shows
  readonly untried?: boolean; // papers are not set once before they take a number: only where whoever signs stops at one that cannot be set
}

/** In whose name a unit signs. */
export const organFor = ({ organOf }: Pick<DocumentsNeeds, 'organOf'>, unit: string): string => organOf?.(unit) ?? unit;

export interface Pressroom {
  readonly typeset: Typesetter;
  readonly bind: Binder;
  readonly faces: Pick<Faces, 'covers'>;
}
