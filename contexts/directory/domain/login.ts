/** What a person types as account: 'lilan@qinghe', or 'lilan' where the name is unique in this deployment. */
export interface Login {
  readonly name: string;
  readonly region: string | undefined;
}

export function readLogin(typed: string): Login {
  const [name = '', region] = typed
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase()
    .split('@');
  return { name, region: region || undefined };
}

export const writeLogin = (name: string, region: string): string => `${name}@${region}`;
