/** An inner office acts for its organ: it sees what the organ sees. */
import type { Directory } from '#contexts/directory/index.ts';

export const unitsOf = (directory: Directory, { unit }: { readonly unit: string }): readonly string[] => [...new Set([unit, directory.organOf(unit)])];
