/** Who holds the query code among those who bring a matter: the telephone and address told under it are theirs. */
import type { Party } from '#contexts/casework/index.ts';

type Contact = Pick<Party, 'phone' | 'address'>;

export function withContact(parties: readonly Party[], told: Contact): Party[] {
  if (parties.length === 0) return [{ role: 'contact', name: '（没有留姓名）', ...told }];
  const speaker = speakerOf(parties);
  return parties.map((party) => (party === speaker ? { ...party, ...told } : party));
}

/**
 * A guardian always speaks for the ward. An agent speaks where the petitioner
 * left no way to be reached, as whoever files online for somebody else does.
 */
function speakerOf(parties: readonly Party[]): Party | undefined {
  const first = (role: Party['role']) => parties.find((party) => party.role === role);
  const principal = first('principal');
  const reached = principal && (principal.phone || principal.address) ? principal : undefined;
  return first('guardian') ?? reached ?? first('agent') ?? principal ?? parties[0];
}
