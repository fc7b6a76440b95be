import { createRequire } from 'node:module';
import { buildWeb } from '#apps/server/web-build.ts';

/** Part of `npm ci`: builds the web, so that the first start does not have to. An installation without the tools for it takes a web that was built elsewhere. */
if (hasTools()) await buildWeb((line) => console.log(line));
else console.log('没有安装生成网页的工具（开发依赖），略过；启动前请把生成好的 dist 目录放到这里。');

function hasTools(): boolean {
  try {
    return Boolean(createRequire(import.meta.url).resolve('vite/package.json'));
  } catch {
    return false;
  }
}
