import { expect, it } from 'vitest';
import { createDirectory } from '#contexts/directory/domain/directory.ts';
import { countyDirectory } from '../../test/directory.ts';
import { sitesOf } from './sites.ts';

it('门户先于设置打开：设置之前说还没有开设，单位建立以后不必重新启动', () => {
  let directory = createDirectory([], [], []);
  const home = () => (directory.petitionDeptOf('qinghe') ? 'qinghe' : '');
  const sites = sitesOf(() => directory, home);
  expect(sites).toThrow('还没有开设');
  directory = countyDirectory();
  expect(sites().home.host.name.zh).toBe('清和县信访局');
});
