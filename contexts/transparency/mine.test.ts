import { beforeAll, expect, it } from 'vitest';
import { handleMatter, type MatterCommand } from '#contexts/casework/index.ts';
import { loadIntake, openMatters, registerIntake, type IntakeNeeds } from '#contexts/intake/index.ts';
import { receiveComplaint, type SupervisionNeeds } from '#contexts/supervision/index.ts';
import { takeNote } from '#platform/words.ts';
import { letter } from '../../test/arrivals.ts';
import { followedCounty, type Followed } from '../../test/followed.ts';
import { at, by, claim, UNITS } from '../../test/stories.ts';
import { visit } from '../../test/visitor.ts';

const REGION = 'qinghe';
const SAID = '物业科的人说不归他们管，把我推了出来。';
let county: Followed;
beforeAll(async () => {
  county = await followedCounty();
});

it('个人信息保护法第四十五条：假如后来补交过材料、投诉过承办单位，当取副本时，那么材料和自己说的话都在副本里，投诉算进保存的信息', async () => {
  const { portal } = county;
  const staff = county.staff as unknown as IntakeNeeds & SupervisionNeeds;
  portal.time = at('2026-07-20', '09:42');
  const clerk = { person: '张明', unit: UNITS.petition };
  const { intake, code } = await registerIntake(staff, REGION, letter(), { by: clerk });
  const loaded = await loadIntake(staff, intake);
  const parts = [{ title: '屋面漏水', text: '漏水', claims: ['修好屋面'], classify: claim }];
  const { matters } = await openMatters(staff, loaded, parts, { by: clerk, at: portal.time }, loaded.past.length);
  const matter = { region: REGION, id: matters[0]!.id };
  const [text, files] = [
    takeNote('补一张照片'),
    takeNote(JSON.stringify([{ blob: 'b'.repeat(32), key: 'x', name: '天花板.jpg', type: 'image/jpeg', bytes: 9 }])),
  ];
  const added = { type: 'addMaterial', text: text.words, files: files.words, ...by('信访人', '2026-07-21') } as unknown as MatterCommand;
  portal.time = at('2026-07-21');
  await handleMatter(staff, matter, added, { notes: [text, files] });
  await receiveComplaint(staff, { id: '00000000-0000-4000-8000-0000000000c1', unit: UNITS.housing, about: 'manner', text: SAID, matter, by: clerk });
  await county.follow();

  const visitor = visit(portal.origin);
  await visitor.open('/follow');
  await visitor.send('/follow', { code: code! });
  expect(await visitor.open('/my-information')).toContain('您提过的监督投诉');
  const copy = JSON.parse(await visitor.open('/my-information/copy.json'));
  expect(copy.own.files).toEqual(['天花板.jpg']);
  expect(copy.held).toContainEqual(expect.objectContaining({ kind: 'files', count: 1 }));
  expect(copy.held).toContainEqual(expect.objectContaining({ kind: 'complaints', count: 1 }));
  expect(copy.matters[0].complaints).toMatchObject([{ said: SAID }]);
});
