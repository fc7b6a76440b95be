import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { throughout } from '../../../test/lives.ts';
import { PERMISSIONS, SYSTEM } from './permissions.ts';
import { kindOfRepeat } from './repeats.ts';

/** 不变量 32 and 33 speak of AI. There is no model in Huiyin; what these tests hold is that no rule of it takes a model's place. */
const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
const columns = readdirSync(MIGRATIONS)
  .filter((name) => name.endsWith('.sql'))
  .flatMap((name) => [
    ...readFileSync(join(MIGRATIONS, name), 'utf8').matchAll(
      /^\s{2,}([a-z_]+)\s+(?:text|int|integer|bigint|numeric|real|boolean|jsonb|uuid|date|timestamptz|smallint|double)/gm,
    ),
  ])
  .map(([, column]) => column!);

describe('机器只提建议，人来决定（没有使用任何模型）', () => {
  it('不变量 32：没有一栏记情绪、由机器判的紧急程度或者人的分数', () => {
    expect(columns.length).toBeGreaterThan(200);
    expect(columns.filter((column) => /sentiment|emotion|mood|urgency_|score|confidence|embedding|_label$/.test(column))).toEqual([]);
  });

  it('不变量 33：系统自己做的只有期限届满、公告期满；别的每一步都有人办', () => {
    const own = Object.entries(PERMISSIONS).flatMap(([command, { relations }]) => ((relations as readonly string[]).includes('system') ? [command] : []));
    expect(own.sort()).toEqual(['conclude', 'deemDelivered', 'lapseTerm', 'lapseWithdrawal']);
    const allowed =
      /^(ReviewTermEnded|RecheckTermEnded|ReviewTermLapsed|RecheckTermLapsed|WithdrawalTermLapsed|MatterConcluded|DeemedDelivered|\w+Delivered|MatterRemanded)$/;
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
      expect([action.proposed, 'newFacts', 'again']).toContain(action.kind);
      const { sameFacts, sameReasons, aboutPromise } = action;
      if (!sameFacts || !sameReasons)
        expect(action.proposed).toBe(
          kindOfRepeat({ open: false, recheckDelivered: true, promised: true }, { sameFacts, sameReasons, aboutPromise }, '2026-01-01'),
        );
    });
    expect(Math.min(bySystem, proposals)).toBeGreaterThan(10);
  });
});
