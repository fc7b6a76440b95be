import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { throughout } from '../../../test/lives.ts';
import { PERMISSIONS, SYSTEM } from './permissions.ts';
import { describeAll } from '#platform/openapi.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { FORMS } from './forms.ts';
import { kindOfRepeat } from './repeats.ts';

/** 不变量 32 and 33 speak of AI. There is no model in Huiyin; what these tests hold is that no rule of it takes a model's place. */
const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
/** Of tables as they are made, and of columns that are added to one later, one or several in a statement. */
const columnsIn = (migration: string): string[] =>
  [
    ...migration.matchAll(
      /(?:^\s{2,}|add column (?:if not exists )?)([a-z_]+)\s+(?:text|int|integer|bigint|numeric|real|boolean|jsonb|uuid|date|timestamptz|smallint|double)/gm,
    ),
  ].map(([, column]) => column!);
const columns = readdirSync(MIGRATIONS)
  .filter((name) => name.endsWith('.sql'))
  .flatMap((name) => columnsIn(readFileSync(join(MIGRATIONS, name), 'utf8')));
const FORBIDDEN = /sentiment|emotion|mood|urgency_|score|confidence|embedding|_label$/;

/** What every address gives and takes, from the objects that serve it; and what every form of a matter asks. */
const CONTEXTS = join(import.meta.dirname, '../..');
const served = readdirSync(CONTEXTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('test') && /method: '(GET|POST)'/.test(readFileSync(join(CONTEXTS, name), 'utf8')))
  .map((name) => join(CONTEXTS, name));
const OF_PERSONS =
  /sentiment|emotion|mood|temper|attitude|score|confidence|embedding|risk|stabil|nuisance|unreasonable|vexatious|blacklist|watchlist|keyperson|urgency/i;

interface Described {
  readonly parameters: readonly { readonly name: string }[];
}

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'url' in value;

function namesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const here = 'properties' in part ? Object.keys(part.properties as object) : [];
  return [...here, ...Object.values(part).flatMap(namesIn)];
}

describe('机器只提建议，人来决定（没有使用任何模型）', () => {
  it('不变量 32：没有一栏记情绪、由机器判的紧急程度或者人的分数', () => {
    expect(columns.length).toBeGreaterThan(200);
    expect(columns.filter((column) => FORBIDDEN.test(column))).toEqual([]);
    const added =
      'create table a.b (\n  mood text\n);\nalter table a.b add column urgency_by text;\nalter table a.b\n  add column risk_score integer,\n  add column note text;';
    expect(columnsIn(added).filter((column) => FORBIDDEN.test(column))).toEqual(['mood', 'urgency_by', 'risk_score']); // wherever a column is added
  });

  it('不变量 32、31：没有一个接口、一张表单收或者给这样的一栏', async () => {
    const modules = await Promise.all(served.map((file) => import(file) as Promise<Record<string, unknown>>));
    const endpoints = modules.flatMap((module) => Object.values(module)).filter(isEndpoint);
    const description = describeAll(endpoints, 'office', '0') as { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> };
    const parameters = Object.values(description.paths).flatMap((path) => Object.values(path).flatMap(({ parameters }) => parameters.map(({ name }) => name)));
    const names = new Set([...namesIn(description), ...parameters, ...Object.values(FORMS).flatMap((form) => form?.fields.map(({ name }) => name) ?? [])]);
    expect(Object.keys(description.paths).length).toBeGreaterThan(100);
    expect([...names]).toEqual(expect.arrayContaining(['contact', 'parties', 'newFactsClaimed', 'intakeNo'])); // the walk does reach what is given, taken and asked
    expect([...names].filter((name) => OF_PERSONS.test(name))).toEqual([]);
  });

  it('不变量 33：系统自己做的只有期限届满、公告期满、到期没有送达凭证；别的每一步都有人办', () => {
    const own = Object.entries(PERMISSIONS).flatMap(([command, { relations }]) => ((relations as readonly string[]).includes('system') ? [command] : []));
    expect(own.sort()).toEqual(['conclude', 'deemDelivered', 'lapseDelivery', 'lapseTerm', 'lapseWithdrawal']);
    const allowed =
      /^(ReviewTermEnded|RecheckTermEnded|ReviewTermLapsed|RecheckTermLapsed|WithdrawalTermLapsed|MatterConcluded|DeemedDelivered|DeliveryFailed|\w+Delivered|MatterRemanded)$/;
    let [bySystem, proposals] = [0, 0];
    throughout(({ before, action, after }) => {
      if (action.by.unit === SYSTEM) {
        bySystem += 1;
        expect(action.type).toMatch(allowed);
      }
      if (action.type !== 'RepeatRecorded') return;
      proposals += 1; // what the rule proposed lies beside what the person found, and moves nothing
      expect([after.stage, after.clocks]).toEqual([before.stage, before.clocks]);
      expect(action.by.unit).not.toBe(SYSTEM);
      expect(action.rule).toMatch(/^repeat\/\d+$/); // which rule, in which wording
      expect(JSON.stringify(after.repeat)).not.toContain(action.rule); // and no state, so no page and no figure, carries it
      expect([action.proposed, 'newFacts', 'again']).toContain(action.kind);
      const { sameFacts, sameReasons, aboutPromise } = action;
      if (!sameFacts || !sameReasons)
        expect(action.proposed).toBe(kindOfRepeat({ open: false, rechecked: true, promised: true }, { sameFacts, sameReasons, aboutPromise }, '2026-01-01'));
    });
    expect(Math.min(bySystem, proposals)).toBeGreaterThan(0);
  });
});
