/** The demonstration county holds together: each organ, person and story can be replayed, and nobody real is in it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { loadAttached, loadOrgans, loadPeople, loadStories } from './load.ts';
import { CHANNELS, Organ, Person, PURPOSES, STAGES, Story } from './schema.ts';
import { Step } from './steps.ts';
import { walk } from './walk.ts';

const organs = loadOrgans();
const people = loadPeople();
const stories = loadStories();
const matters = stories.flatMap((story) => story.matters.map((matter) => ({ ...matter, story })));
const codes = new Set(organs.map(({ code }) => code));
const steps = matters.flatMap(({ path, story }) => path.map((step) => ({ ...step, id: story.id })));

const faults = (schema: TSchema, value: object) =>
  Value.Check(schema, value) ? [] : Value.Errors(schema, value).map((error) => `${JSON.stringify(value).slice(0, 30)} ${error.instancePath} ${error.message}`);
const twice = (list: readonly string[]) => list.filter((one, index) => list.indexOf(one) !== index);

describe('the organs and people of the demonstration county', () => {
  it('have the shape of the schema and codes of their own', () => {
    expect(organs.flatMap((organ) => faults(Organ, organ))).toEqual([]);
    expect(people.flatMap((person) => faults(Person, person))).toEqual([]);
    expect(twice(organs.map(({ code }) => code))).toEqual([]);
    expect(twice(people.flatMap(({ login, name }) => [login, name]))).toEqual([]);
  });

  it('hang together: parents, superiors and posts name organs that exist', () => {
    const named = organs.flatMap(({ parent, superiors = [] }) => [...(parent ? [parent] : []), ...superiors]);
    const posts = people.flatMap((person) => person.posts.map(({ unit }) => unit));
    expect([...named, ...posts].filter((code) => !codes.has(code))).toEqual([]);
  });

  it('span three levels and the lines of government, congress, court and discipline', () => {
    const tenants = new Set([...codes].map((code) => code.split('/')[0]));
    expect([...tenants]).toEqual(expect.arrayContaining(['haichuan', 'linshui', 'qinghe', 'qinghe-npc', 'qinghe-court', 'qinghe-discipline']));
  });

  it('let every unit that takes part in a story act, with someone who decides', () => {
    const heads = new Set(
      people.flatMap(({ posts }) => posts.filter(({ roles }) => roles.some((role) => /Head$|Recipient$/.test(role))).map(({ unit }) => unit)),
    );
    const units = new Set(steps.flatMap((step) => ('to' in step ? [step.to] : [])));
    expect([...units].filter((unit) => !heads.has(unit))).toEqual([]);
  });
});

describe('what is handed in', () => {
  const named = [...stories.flatMap(({ files = [] }) => files), ...steps.flatMap((step) => (step.do === 'addMaterial' ? (step.files ?? []) : []))];

  it('lies in its folder, small, and everything there is used', () => {
    const sizes = readdirSync(join(import.meta.dirname, 'files')).map((file) => ({ file, bytes: loadAttached(file).length }));
    expect(sizes.map(({ file }) => file).filter((file) => file !== 'README.md')).toEqual([...new Set(named.map(({ file }) => file))].sort());
    expect(sizes.filter(({ bytes }) => bytes > 60 * 1024)).toEqual([]);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(400 * 1024);
  });

  it('is released only from a mixed letter, and only what came with it', () => {
    const wrong = stories.filter(
      ({ released, files = [], matters: parts }) => released && (!parts.some(({ kind }) => kind === 'accusation') || released.some((nth) => !files[nth])),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('the stories', () => {
  it('have the shape of the schema', () => {
    expect(stories.flatMap((story) => faults(Story, story))).toEqual([]);
  });

  it('quote the words of the petitioner, and answer every claim', () => {
    expect(matters.filter(({ claims, story }) => claims.some(({ quote }) => !story.text.includes(quote)))).toEqual([]);
    const answered = matters.flatMap(({ claims, path, story }) =>
      path.flatMap((step) => (step.do === 'issueOpinion' && step.answers.length !== claims.length ? [story.id] : [])),
    );
    expect(answered).toEqual([]);
  });

  it('name units, categories and other stories that exist', () => {
    const ids = new Set(stories.map(({ id }) => id));
    const units = steps.flatMap((step) => ('to' in step ? [step.to] : step.do === 'guideElsewhere' ? [step.organ] : []));
    expect([...units, ...stories.map(({ receivedBy }) => receivedBy)].filter((unit) => !codes.has(unit))).toEqual([]);
    const kinds = matters.flatMap(({ category, also = [] }) => [category, ...also]);
    expect(kinds.filter((code) => !isCategory(code))).toEqual([]);
    const targets = steps.flatMap((step) => (step.do === 'attachDuplicate' ? [step.target.split('#')[0] ?? ''] : []));
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it('never lead into the future, and only along the stages of the law', () => {
    expect(steps.filter(({ day, id }) => day > (stories.find((story) => story.id === id)?.daysAgo ?? 0))).toEqual([]);
    const wrong = matters.flatMap((matter) => walk(matter, matter.story.receivedBy).wrong.map((fault) => `${matter.story.id}: ${fault}`));
    expect(wrong).toEqual([]);
    expect(matters.filter((matter) => walk(matter, matter.story.receivedBy).stage !== matter.stage).map(({ story }) => story.id)).toEqual([]);
  });

  it('number at least 320 and are spread over the last twelve months', () => {
    expect(stories.length).toBeGreaterThanOrEqual(320);
    expect(matters.length).toBeGreaterThanOrEqual(300);
    const months = new Set(stories.map(({ daysAgo }) => Math.floor(daysAgo / 31)));
    expect([...months].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('come by every channel and of every kind, and stand in every stage', () => {
    expect(CHANNELS.filter((channel) => !stories.some((story) => story.channel === channel))).toEqual([]);
    const purposes = new Set([...matters.map(({ purpose }) => purpose), ...stories.flatMap(({ purpose }) => (purpose ? [purpose] : []))]);
    expect(PURPOSES.filter((purpose) => purpose !== 'other' && !purposes.has(purpose))).toEqual([]);
    expect(STAGES.filter((stage) => !matters.some((matter) => matter.stage === stage))).toEqual([]);
    expect(stories.some(({ unregistered }) => unregistered)).toBe(true);
    expect(
      ['litigation', 'arbitration', 'administrativeProcedure', 'petitionProcedure'].filter((route) => !matters.some((matter) => matter.route === route)),
    ).toEqual([]);
  });

  it('use every step of the vocabulary, with every way that it can end', () => {
    const used = new Set(steps.map((step) => step.do));
    expect(STEP_NAMES.filter((name) => !used.has(name))).toEqual([]);
    const ends = steps.map((step) =>
      'upheld' in step
        ? `objection ${step.upheld}`
        : step.do === 'verifyPerformance'
          ? `performance ${step.verified}`
          : 'adopted' in step
            ? step.adopted
            : step.do === 'receiveSealed'
              ? `sealed ${step.accepted}`
              : step.do === 'decline'
                ? step.ground
                : '',
    );
    const wanted = [
      'objection true',
      'objection false',
      'performance true',
      'performance false',
      'adopted',
      'partly',
      'sealed true',
      'sealed false',
      'alreadyAcceptedBelow',
      'outsideOwnAndSystem',
    ];
    expect(wanted.filter((end) => !ends.includes(end))).toEqual([]);
    expect(stories.some(({ matters: parts }) => parts.length === 3)).toBe(true);
    expect(stories.some(({ matters: parts }) => new Set(parts.map(({ kind }) => kind)).has('accusation') && parts.length > 1)).toBe(true);
    expect(stories.some(({ converted }) => converted)).toBe(true);
    expect(stories.some(({ petitioner }) => petitioner.guardian)).toBe(true);
    expect(stories.find(({ id }) => id === 'practice-01')?.answer?.minutes).toBe(19);
  });

  it('know which clocks are late', () => {
    const days = (id: string, matter: (typeof matters)[number]) => {
      const first = (name: string) => matter.path.find((step) => step.do === name)?.day;
      const until = (day: number | undefined) => day ?? matter.story.daysAgo;
      if (id === 'A03') return until(first('refer')) - 15;
      if (id === 'A06') return until(first('accept')) - (first('refer') ?? 0) - 15;
      if (id === 'A14') return until(matter.stage === 'opinionIssued' ? undefined : first('dispatch')) - (first('accept') ?? 0) - 60;
      if (id === 'A22') return until(first('dispatch')) - (first('refer') ?? 0) - 40;
      return 1;
    };
    expect(matters.flatMap((matter) => (matter.late ?? []).filter((id) => days(id, matter) <= 0).map((id) => `${matter.story.id} ${id}`))).toEqual([]);
    expect(['A03', 'A06', 'A08', 'A14', 'A27'].filter((id) => !matters.some(({ late }) => late?.includes(id)))).toEqual([]);
  });

  it('have no two texts that share more than 60 % of their pairs of characters, and no two titles alike', () => {
    const pairs = stories.map(({ id, text }) => ({ id, set: bigrams(text) }));
    const alike = pairs.flatMap((one, index) => pairs.slice(index + 1).flatMap((two) => (shared(one.set, two.set) > 0.6 ? [`${one.id} ${two.id}`] : [])));
    expect(alike).toEqual([]);
    expect(twice(matters.map(({ title }) => title))).toEqual([]);
    const written = steps.flatMap((step) => ('record' in step ? [step.record] : 'evidence' in step ? [step.evidence] : []));
    expect(twice(written)).toEqual([]);
  });

  it('bring at most five representatives to a visit', () => {
    expect(stories.filter(({ channel, petitioner }) => channel === 'visit' && (petitioner.representatives?.length ?? 0) > 5)).toEqual([]);
  });

  it('name nobody real: no public figure, no phone that could ring, no placeholder', () => {
    const everything = JSON.stringify([organs, people, stories]);
    expect(PUBLIC_FIGURES.filter((name) => everything.includes(name))).toEqual([]);
    expect(everything.match(/1[3-9]\d{9}(?!\d)/g)?.filter((phone) => !phone.startsWith('1990000')) ?? []).toEqual([]);
    expect(everything).not.toMatch(/由办理单位填写|XX|××|TODO/);
  });
});

const STEP_NAMES = Step.anyOf.map((one) => one.properties.do.const);

const PUBLIC_FIGURES = [
  '习近平',
  '李强',
  '毛泽东',
  '邓小平',
  '周恩来',
  '江泽民',
  '胡锦涛',
  '温家宝',
  '李克强',
  '朱镕基',
  '马云',
  '马化腾',
  '任正非',
  '雷军',
  '董明珠',
  '袁隆平',
  '钟南山',
  '屠呦呦',
  '莫言',
  '姚明',
  '刘翔',
  '郎朗',
  '郎平',
  '成龙',
  '刘德华',
  '周杰伦',
  '张艺谋',
  '鲁迅',
  '钱学森',
];

/** How many second-level categories each first-level one has (taxonomy 2), besides 99. */
const CATEGORIES = [9, 8, 11, 9, 5, 5, 3, 7, 3, 7, 3, 3, 4, 6, 4, 6, 3, 4, 3, 3];

function isCategory(code: string): boolean {
  const [first = 0, second = 0] = code.split('.').map(Number);
  return second === 99 || (second >= 1 && second <= (CATEGORIES[first - 1] ?? 0));
}

function bigrams(text: string): Set<string> {
  const plain = text.replace(/[^\p{Script=Han}\w]/gu, '');
  return new Set(Array.from(plain).map((_, index) => plain.slice(index, index + 2)));
}

function shared(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  return [...one].filter((pair) => two.has(pair)).length / Math.min(one.size, two.size);
}
