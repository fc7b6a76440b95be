import type { Method } from '#contexts/documents/index.ts';
import type { Party } from '#contexts/casework/index.ts';
import type { Story } from '../../../data/demo/schema.ts';

/** How the petitioner of a story can be reached, and who speaks. */
type Petitioner = Story['petitioner'];

/** The name of a village without a telephone reaches nobody (第二十三条第二款): it is where things happened, not an address. */
const addressOf = ({ phone, address }: Petitioner): string | undefined => (address && (phone || /\d|[栋楼号室]/.test(address)) ? address : undefined);

export const isReachable = (petitioner: Petitioner): boolean => !petitioner.anonymous && partiesOf(petitioner).some(({ phone, address }) => phone || address);

/** By which way a notice goes that the story does not tell of. */
export function usualWay(petitioner: Petitioner): Method {
  if (petitioner.electronic) return 'electronic';
  return addressOf(petitioner) ? 'post' : 'direct';
}

export function partiesOf(petitioner: Petitioner): Party[] {
  const { anonymous, name, phone, representatives = [], guardian } = petitioner;
  if (anonymous || !name) return [];
  const address = addressOf(petitioner);
  return [
    { role: 'principal', name, ...(phone && { phone }), ...(address && { address }) },
    ...representatives.map((one): Party => ({ role: 'representative', ...one })),
    ...(guardian ? [{ role: 'guardian', name: guardian.name, phone: guardian.phone, note: guardian.relation } as const] : []),
  ];
}

/** As whom and where papers find the petitioner. */
export const nameOf = ({ name, anonymous }: Petitioner): string => (anonymous || !name ? '信访人' : name);
export const placeOf = (petitioner: Petitioner): string => addressOf(petitioner) ?? petitioner.address ?? '信访人约定的地点';
