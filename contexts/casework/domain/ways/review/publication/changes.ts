import { dateInChina } from '#kernel/dates.ts';
import type { Matter } from '../../../matter.ts';
import type { Changes } from '../../rule.ts';
import type { PublicationAction } from './actions.ts';
import type { Publication } from './state.ts';

/** What each action changes in a matter: only its publication; the matter itself stays as it ended. */
export const PUBLICATION_CHANGES: Changes<PublicationAction> = {
  PublicationProposed: (_, { document, text, startsOn, endsOn, by, at }) => ({
    publication: { document, text, startsOn, endsOn, proposedBy: by.person, proposedOn: dateInChina(at), state: 'proposed' },
  }),
  PublicationTold: (matter, { until }) => amended(matter, { state: 'told', until }),
  PublicationObjected: (matter) => amended(matter, { objected: true }),
  PublicationObjectionAnswered(matter, { upheld }) {
    const { objected: _, ...rest } = matter.publication!;
    return { publication: { ...rest, ...(upheld && { state: 'ended' as const }) } };
  },
  PublicationReleased: (matter) => amended(matter, { state: 'released' }),
  PublicationTakenDown: (matter) => amended(matter, { state: 'ended' }),
};

const amended = ({ publication }: Matter, more: Partial<Publication>): Partial<Matter> => (publication ? { publication: { ...publication, ...more } } : {});
