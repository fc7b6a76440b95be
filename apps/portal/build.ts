import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Builds the portal: one style sheet and one small script with their hash in
 * the name, and the pages as a module that the server imports. Node strips
 * types, not JSX, so the pages go through Vite.
 */
const here = import.meta.dirname;

async function buildPortal(out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  const raw = join(out, 'raw');
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: raw,
      emptyOutDir: true,
      target: 'es2019',
      cssTarget: ['chrome80', 'safari13'],
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: {
        input: { portal: join(here, 'src/enhance/index.ts') },
        output: { entryFileNames: 'portal.js', assetFileNames: 'portal[extname]', format: 'es' },
      },
    },
  });
  const style = await keep(out, join(raw, 'portal.css'), 'css');
  const script = await keep(out, join(raw, 'portal.js'), 'js');
  await rm(raw, { recursive: true });
  await copyFile(join(here, 'src/icon.svg'), join(out, 'assets/icon.svg'));
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __STYLE__: JSON.stringify(`/assets/${style}`), __SCRIPT__: JSON.stringify(`/assets/${script}`), 'process.env.NODE_ENV': '"production"' },
    build: { ssr: join(here, 'src/pages.tsx'), outDir: out, emptyOutDir: false, target: 'node22', rollupOptions: { output: { entryFileNames: 'pages.js' } } },
  });
}

async function keep(out: string, file: string, ending: string): Promise<string> {
  const bytes = await readFile(file);
  const name = `portal-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${ending}`;
  await mkdir(join(out, 'assets'), { recursive: true });
  await writeFile(join(out, 'assets', name), bytes);
  await writeFile(join(out, 'assets', `${name}.gz`), gzipSync(bytes, { level: 9 }));
  return name;
}

await buildPortal(process.argv[2] ?? join(here, '../../dist/portal'));
