import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#kernel/roles.ts';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { addDays } from '#kernel/dates.ts';
import { at, decider, opening, organs, UNITS } from '../../test/stories.ts';
import { chance, live } from '../../test/random-history.ts';
import type { CommandType } from './domain/commands.ts';
import { whyNot } from './domain/decide/guard.ts';
import type { Matter } from './domain/matter.ts';
import { isRelated, PERMISSIONS, PETITIONER, SYSTEM } from './domain/permissions.ts';
import { STAGE_NAMES, type Stage } from './domain/stages.ts';
import { mustHaveRole } from './routes.ts';

/**
 * The product of everything that the table of permissions speaks of: command ×
 * stage × unit × role, on matters as random lives left them. `npm run test:long`
 * takes many of each stage.
 */
const OF_EACH_STAGE = process.env['HUIYIN_LONG'] ? 60 : 3;
const LIVES = process.env['HUIYIN_LONG'] ? 3_000 : 250;
const COMMANDS = Object.keys(PERMISSIONS) as CommandType[];
const ALL_ROLES = Object.keys(ROLES) as Role[];
const STRANGER = '无关的单位';
const EVERYBODY = [...Object.values(UNITS), STRANGER, SYSTEM, PETITIONER];
const TODAY = '2026-06-01';

const found = matters();

function matters(): ReadonlyMap<Stage, readonly Matter[]> {
  const all = new Map<Stage, Matter[]>([['unknown', [decider.initial]]]);
  const channels = Object.keys(CHANNELS) as Channel[];
  for (let seed = 0; seed < LIVES; seed += 1) {
    const received = addDays('2025-03-01', seed % 360);
    const desk = seed % 3 === 0 ? UNITS.housing : UNITS.petition;
    const opened = opening(received, { channel: channels[seed % channels.length]!, receivedBy: desk, isPetitionDept: desk === UNITS.petition });
    const units = { petition: UNITS.petition, handlers: [UNITS.housing, UNITS.water, UNITS.town], government: UNITS.government };
    const { states } = live({ decider, opening: opened, openedAt: at(received), units }, chance(seed), 60);
    for (const state of states) {
      const those = all.get(state.stage) ?? [];
      if (those.length < OF_EACH_STAGE && !those.some((one) => one.opening?.no === state.opening?.no)) all.set(state.stage, [...those, state]);
    }
  }
  return all;
}

const each = function* () {
  for (const [stage, those] of found) for (const matter of those) for (const type of COMMANDS) yield { stage, matter, type };
};
const ask = (type: CommandType, matter: Matter, unit: string) => whyNot(type, { matter, unit, organs, today: TODAY });
const fits = (type: CommandType, stage: Stage) => {
  const { stages } = PERMISSIONS[type];
  return stages === 'any' || (stages === 'open' ? true : (stages as readonly string[]).includes(stage));
};

describe('命令 × 环节 × 单位 × 角色', () => {
  it('每一个环节都有事项可试', () => expect([...found.keys()].sort()).toEqual([...STAGE_NAMES].sort()));

  it('不在这个环节的命令，谁来都办不了，说现在是哪一步', () => {
    for (const { stage, matter, type } of each()) {
      if (fits(type, stage)) continue;
      for (const unit of EVERYBODY) expect(ask(type, matter, unit)?.code, `${type} ${stage} ${unit}`).toMatch(/^(WrongStage|NotFound)$/);
    }
  });

  it('没有关系的单位，什么也办不了', () => {
    for (const { stage, matter, type } of each()) {
      if (type === 'open') continue;
      expect(ask(type, matter, STRANGER), `${type} ${stage}`).toBeDefined();
    }
  });

  it('办得了的，表上都写着它是本件的什么单位', () => {
    let allowed = 0;
    for (const { stage, matter, type } of each()) {
      for (const unit of EVERYBODY) {
        if (ask(type, matter, unit)) continue;
        allowed += 1;
        const { relations } = PERMISSIONS[type];
        expect(
          relations.some((relation) => isRelated(relation, matter, unit, organs)),
          `${type} ${stage} ${unit}`,
        ).toBe(true);
      }
    }
    expect(allowed).toBeGreaterThan(100);
  });

  it('系统自己做的，人做不了；信访人自己做的，工作人员替不了', () => {
    for (const { stage, matter, type } of each()) {
      const { relations, roles } = PERMISSIONS[type];
      if (roles.length > 0) continue;
      expect(
        relations.every((relation) => relation === 'system' || relation === 'petitioner'),
        type,
      ).toBe(true);
      for (const unit of Object.values(UNITS)) expect(ask(type, matter, unit), `${type} ${stage} ${unit}`).toBeDefined();
      for (const role of ALL_ROLES) expect(() => mustHaveRole(type, actorWith([role])), `${type} ${role}`).toThrow();
    }
  });

  it('不办件的角色，一样也办不了；不变量 29：系统管理员和审计员在内', () => {
    for (const role of ['sysAdmin', 'auditor', 'privacyOfficer', 'disciplineRecipient', 'organizationRecipient', 'sealedTriage'] as const)
      for (const type of COMMANDS) expect(() => mustHaveRole(type, actorWith([role])), `${type} ${role}`).toThrow();
    for (const type of COMMANDS) expect(() => mustHaveRole(type, actorWith([])), type).toThrow();
  });

  it('移入密件的、没有登记的，对谁都像没有这一件', () => {
    for (const stage of ['sealed', 'unknown'] as const)
      for (const matter of found.get(stage) ?? [])
        for (const type of COMMANDS)
          for (const unit of EVERYBODY)
            if (type !== 'open' || stage === 'sealed') expect(ask(type, matter, unit)?.code, `${type} ${stage} ${unit}`).toBe('NotFound');
  });
});

const actorWith = (roles: readonly Role[]) => ({ person: 'p', name: 'p', unit: UNITS.housing, region: 'qinghe', roles: [...roles], session: 's' });
