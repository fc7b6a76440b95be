/** Builds the workbench into dist/workbench; the office process serves it as plain files. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const office = process.env.OFFICE_URL ?? 'http://127.0.0.1:8081';

export default defineConfig({
  root: here,
  plugins: [react()],
  resolve: { alias: [{ find: /^typebox$/, replacement: join(here, 'no-schemas.ts') }] },
  build: {
    outDir: join(here, '../../dist/workbench'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/ }],
        },
      },
    },
  },
  server: { proxy: { '/api': office } },
});
