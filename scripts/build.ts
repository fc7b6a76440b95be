import { buildWeb } from '#apps/server/web-build.ts';

/** `npm run build`: the web of workbench and portal, where it is missing or older than its sources. */
await buildWeb((line) => console.log(line));
