/** The demonstration county holds together: each organ, person and story can be replayed, and nobody real is in it. */
import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { loadOrgans, loadPeople, loadStories } from './load.ts';
import { CHANNELS, Organ, Person, PURPOSES, STAGES, Story } from './schema.ts';
import { walk } from './walk.ts';

const organs = loadOrgans();
const people = loadPeople();
const stories = loadStories();
const matters = stories.flatMap((story) => story.matters.map((matter) => ({ ...matter, story })));
const codes = new Set(organs.map(({ code }) => code));
const steps = matters.flatMap(({ path, story }) => path.map((step) => ({ ...step, id: story.id })));

const faults = (schema: typeof Organ | typeof Person | typeof Story, value: { id?: string }) =>
  Value.Check(schema, value) ? [] : Value.Errors(schema, value).map((error) => `${value.id ?? ''}${error.instancePath} ${error.message}`);
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
    const heads = new Set(people.flatMap(({ posts }) => posts.filter(({ roles }) => roles.some((role) => /Head$|Recipient$/.test(role))).map(({ unit }) => unit)));
    const units = new Set(steps.flatMap((step) => ('to' in step ? [step.to] : [])));
    expect([...units].filter((unit) => !heads.has(unit))).toEqual([]);
  });
});

describe('the stories', () => {
  it('have the shape of the schema', () => {
    expect(stories.flatMap((story) => faults(Story, story))).toEqual([]);
  });

  it('quote the words of the petitioner, and answer every claim', () => {
    expect(matters.filter(({ claims, story }) => claims.some(({ quote }) => !story.text.includes(quote)))).toEqual([]);
    const answered = matters.flatMap(({ claims, path, story }) =>
      path.flatMap((step) => (step.do === 'issueOpinion' && step.answers.length !== claims.length ? [story.id] : [])));
    expect(answered).toEqual([]);
  });

  it('name units, categories and other stories that exist', () => {
    const ids = new Set(stories.map(({ id }) => id));
    const units = steps.flatMap((step) => ('to' in step ? [step.to] : step.do === 'guideElsewhere' ? [step.organ] : []));
    expect([...units, ...stories.map(({ receivedBy }) => receivedBy)].filter((unit) => !codes.has(unit))).toEqual([]);
    const targets = steps.flatMap((step) => (step.do === 'attachDuplicate' ? [step.target.split('#')[0] ?? ''] : []));
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it('never lead into the future, and only along the stages of the law', () => {
    expect(steps.filter(({ day, id }) => day > (stories.find((story) => story.id === id)?.daysAgo ?? 0))).toEqual([]);
    const wrong = matters.flatMap((matter) => walk(matter, matter.story.receivedBy).wrong.map((fault) => `${matter.story.id}: ${fault}`));
    expect(wrong).toEqual([]);
    expect(matters.filter((matter) => walk(matter, matter.story.receivedBy).stage !== matter.stage).map(({ story }) => story.id)).toEqual([]);
  });
});
