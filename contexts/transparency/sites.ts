import type { Directory, Organ } from '#contexts/directory/index.ts';
import { prefixOf, type Site } from '#contexts/intake/index.ts';
import type { English } from './english.ts';
import { Refusal } from '#kernel/refusal.ts';
import { regionOf } from '#kernel/subject.ts';

export interface Sites {
  readonly home: Site;
  readonly byPrefix: ReadonlyMap<string, Site>;
}

/** Before the operator's set-up; the next look at the directory, seconds after it, opens the portal. */
const NOT_OPEN = '本门户还没有开设：名录里还没有本地的信访部门。单位建立以后，本页几秒钟内自己打开。要反映的事，现在可以直接到当地信访部门说，或者打电话。';

/** What the portal says of its offices, always as the directory has it now. */
export function sitesOf(directory: () => Directory, home: () => string, inEnglish: () => English = () => NONE): () => Sites {
  let known: { readonly from: Directory; readonly english: English; readonly sites: Sites } | undefined;
  return () => {
    const [from, english] = [directory(), inEnglish()];
    if (known?.from !== from || known.english !== english) {
      const all = from.regions.filter((region) => from.petitionDeptOf(region)).map((region) => siteOf(from, region, english));
      const own = all.find(({ region }) => region === home());
      if (!own) throw new Refusal('Unavailable', NOT_OPEN);
      known = { from, english, sites: { home: own, byPrefix: new Map(all.map((site) => [site.prefix, site])) } };
    }
    return known.sites;
  };
}

const NONE: English = {};
const TOWNS = ['town', 'township', 'subdistrict'];
const ANSWERS = [...TOWNS, 'department', 'publicInstitution', 'enterprise', 'petitionDept'];

export function siteOf(directory: Directory, region: string, english: English): Site {
  const known = named(directory, english);
  const own = directory.organs.filter(({ unit }) => regionOf(unit) === region);
  const host = directory.getOrgan(directory.petitionDeptOf(region) ?? '');
  const government = own.find(({ type }) => type === 'government');
  const inspectors = own.find(({ type }) => type === 'supervision') ?? host;
  const aboveUnit = directory.petitionDeptAbove(region);
  const above = aboveUnit ? directory.findOrgan(aboveUnit) : undefined;
  const disciplineUnit = directory.disciplineFor(host.unit);
  const discipline = disciplineUnit ? directory.findOrgan(disciplineUnit) : undefined;
  const plain = (zh: string, key = '') => ({ zh, en: english[key] ?? '' });
  const line = ({ unit, name, shortName, phones }: Organ) => ({ name: plain(name, unit), short: plain(shortName, unit), phone: phones[0] ?? '' });
  return {
    region,
    prefix: prefixOf(region),
    place: plain((government?.name ?? host.name).replace(/人民政府$/, ''), region),
    host: { ...line(host), address: plain(host.address, `${host.unit} address`), hours: plain(host.hours, 'hours') },
    supervision: line(inspectors),
    ...(above && { above: line(above) }),
    discipline: discipline ? line(discipline) : { name: plain('纪检监察机关', 'discipline'), short: plain('纪检监察机关', 'discipline'), phone: '12388' },
    offices: own
      .filter(({ type, unit }) => ANSWERS.includes(type) && unit !== host.unit)
      .map((organ) => ({
        ...line(organ),
        does: plain(organ.duties.map(({ title }) => title).join('、'), `${organ.unit} does`),
        address: plain(organ.address, `${organ.unit} address`),
      })),
    ...(known && { english: known }),
    towns: own.filter(({ type }) => TOWNS.includes(type)).map(({ name }) => name.replace(/人民政府$/, '')),
  };
}

/** By what a published page says: the name of an organ, its short name, its address. */
function named({ organs }: Directory, english: English): Readonly<Record<string, string>> | undefined {
  const known = organs.flatMap(({ unit, name, shortName, address }) => {
    const [told, where] = [english[unit], english[`${unit} address`]];
    return [...(told ? [[name, told] as const, [shortName, told] as const] : []), ...(where ? [[address, where] as const] : [])];
  });
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}
