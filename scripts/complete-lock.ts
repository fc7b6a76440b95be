import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Completes package-lock.json after `npm install`. Where a registry does not
 * carry the packages of other platforms, npm leaves them out of the lock file,
 * and the next `npm ci` refuses it everywhere. Each optional package that is
 * missing gets its line: its version, and for which system it is.
 */
const FILE = new URL('../package-lock.json', import.meta.url);

interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(FILE, 'utf8'));
const added: Record<string, Entry> = {};
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isFound(place, name)) continue;
    added[`node_modules/${name}`] = { version, ...(entry.dev && { dev: true }), optional: true, ...systemOf(name) };
  }
}
const [root, ...rest] = Object.entries({ ...lock.packages, ...added });
const sorted = rest.sort(([one], [other]) => one.localeCompare(other, 'en'));
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries([root!, ...sorted]) }, null, 2)}\n`);
console.log(`${Object.keys(added).length} optional packages added`);

/** As Node looks for it: beside whoever needs it, then further up. */
function isFound(place: string, name: string): boolean {
  if (`${place}/node_modules/${name}`.replace(/^\//, '') in lock.packages) return true;
  return place !== '' && isFound(place.includes('/node_modules/') ? place.slice(0, place.lastIndexOf('/node_modules/')) : '', name);
}

function systemOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const parts = name.split(/[-/]/);
  const os = ['darwin', 'linux', 'win32', 'windows', 'android', 'freebsd', 'openbsd', 'netbsd', 'openharmony', 'sunos', 'aix', 'wasi'].find((one) =>
    parts.includes(one),
  );
  const cpu = ['arm64', 'x64', 'arm', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32', 'ppc64le'].find((one) => parts.includes(one));
  const isMusl = parts.some((part) => part.includes('musl'));
  return {
    ...(os && { os: [os === 'windows' ? 'win32' : os] }),
    ...(cpu && { cpu: [cpu === 'ppc64le' ? 'ppc64' : cpu] }),
    ...(isMusl && { libc: ['musl'] }),
  };
}
