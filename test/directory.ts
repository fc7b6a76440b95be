import { createDirectory, fillOrgan, type Directory } from '#contexts/directory/index.ts';
import { loadOrgans } from '../data/demo/load.ts';

/** The organs of the demonstration county, as they have stood all the time; nobody sits in them. */
export const countyDirectory = (): Directory =>
  createDirectory(
    loadOrgans().map((entry) => fillOrgan(entry, '2020-01-01')),
    [],
    [],
  );
