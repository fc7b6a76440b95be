/** What coordination is handed, and units as a rule sees them. */
import type { Directory, DirectorySource } from '#contexts/directory/index.ts';
import type { DocumentsNeeds } from '#contexts/documents/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Work, WorkKinds, WorkPlaces, WorkValues } from '#kernel/work/kind.ts';
import type { WorkPapers } from '#kernel/work/paper.ts';
import type { ActNeeds } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';

export interface WorkNeeds extends ActNeeds {
  readonly directory: DirectorySource;
  readonly lawOf: (version: string) => Law;
  readonly packFor: (region: string, on: PlainDate) => string;
  readonly workKinds: WorkKinds; // of all contexts, put together by the composition root
  readonly workPapers?: WorkPapers; // likewise
  readonly documents?: () => DocumentsNeeds; // who prints and numbers them; without it work goes on without papers
  /** What others reckon of a piece of work: the fields that are marked as counted. */
  readonly countedFor?: (subject: Subject, kind: string) => Promise<WorkValues>;
  /** What others reckon for a paper, such as the figures of a year. */
  readonly knownFor?: (code: string, subject: Subject, work: Work) => Promise<Readonly<Record<string, string>>>;
}

export interface WorkRouteNeeds extends WorkNeeds {
  /** Nothing is shown before this is on the disk (不变量 29). */
  readonly logAccess: (access: {
    readonly subject: Subject;
    readonly actor: Actor;
    readonly purpose: string;
    readonly fields: 'page' | 'identity';
  }) => Promise<void>;
}

export const placesIn = (directory: Directory): WorkPlaces => ({
  nameOf: directory.nameOf,
  organOf: directory.organOf,
  typeOf: (unit) => directory.findOrgan(unit)?.type,
  isPetitionDept: directory.isPetitionDept,
  isSubordinate: directory.isSubordinate,
});
