import { joint, maskedName, maskedParty } from '../domain/masked-name.ts';
import type { LoadedMatter } from './load.ts';

/** Who brings the matter, as kept in one encrypted text. People live inside matters; there is no list of them. */
export interface Party {
  readonly role: 'principal' | 'representative' | 'agent' | 'guardian' | 'cosigner' | 'contact';
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
  readonly note?: string;
}

export const PARTY_ROLES: Readonly<Record<Party['role'], string>> = {
  principal: '信访人',
  representative: '代表',
  agent: '代理人',
  guardian: '监护人',
  cosigner: '联名人',
  contact: '联系人',
};

export function partiesOf({ matter, texts }: Pick<LoadedMatter, 'matter' | 'texts'>): readonly Party[] {
  const words = matter.parties;
  const text = words && texts.get(words.id);
  return text ? (JSON.parse(text) as Party[]) : [];
}

/** What one sees without saying why: a family name, the last digits, the village; of a group how many they are, and no name. */
export function masked({ name, phone, address, ...rest }: Party, people = 1): Party {
  return {
    ...rest,
    name: maskedParty(name, people),
    ...(phone && { phone: `${phone.slice(0, 3)}****${phone.slice(-2)}` }),
    ...(address && { address: `${address.slice(0, 6)}…` }),
  };
}

export { joint, maskedName };
