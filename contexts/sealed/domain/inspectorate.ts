import { advance } from '#kernel/clocks/engine.ts';
import type { Readings } from '#kernel/clocks/reading.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Decider, Done, Words } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Accused } from './accused.ts';
import { notHere, SECRECY } from './guard.ts';

/**
 * 第四十一条第二款: what the inspectorate asks for by letter is provided from the
 * sealed line, in exactly the groups that the article names, to a named
 * recipient, once (lifecycle W16; A43, F62).
 */
export const GROUPS = {
  reports: '领导班子及其成员和下一级主要负责人有关信访举报',
  responsibility: '落实信访工作责任制',
  tendency: '具有苗头性、倾向性的重要信访问题',
  important: '需要巡视巡察工作关注的重要信访事项',
} as const satisfies Record<string, string>;
export type Group = keyof typeof GROUPS;

export interface Asked {
  readonly desk: string;
  readonly letter: Words; // JSON: organ, number of the letter, who receives
  readonly requestedOn: PlainDate;
  readonly units: readonly string[]; // that are inspected
  readonly groups: readonly Group[];
}

export interface Provided {
  readonly groups: readonly { readonly group: Group; readonly items: number; readonly pages: number }[];
  readonly files: readonly { readonly region: string; readonly file: string }[]; // of the sealed line, under 'reports'
  readonly pages: number;
  readonly sealNo: string;
  readonly no: string;
  readonly nothing?: true; // answered that there is nothing of what was asked for: nought of each group, no envelope
}

export type InspectorateAction = Done &
  (
    | ({ readonly type: 'InspectorateMaterialRequested'; readonly dueOn: { readonly A43: PlainDate }; readonly pack: string } & Asked)
    | ({ readonly type: 'InspectorateMaterialProvided' } & Provided)
  );

export type InspectorateCommand = Done &
  (
    | ({ readonly type: 'request'; readonly dueOn: PlainDate; readonly pack: string; readonly isOutside: boolean } & Asked)
    | ({ readonly type: 'provide'; readonly chosen: readonly ChosenFile[] } & Omit<Provided, 'files' | 'nothing'>)
    | { readonly type: 'provideNothing'; readonly fitting: number; readonly no: string } // how many files of this desk are what was asked for
  );

/** A file that somebody wants to put in, and whom it is about. */
export interface ChosenFile {
  readonly region: string;
  readonly file: string;
  readonly isInspected: boolean;
}

export interface InspectorateRequest {
  readonly asked?: Asked & { readonly dueOn: PlainDate; readonly at: Date; readonly pack: string };
  readonly provided?: Provided & { readonly at: Date; readonly by: string };
  readonly clocks: Readings;
}

export type InspectorateDecider = Decider<InspectorateCommand, InspectorateAction, InspectorateRequest>;

export function inspectorateDecider(lawOf: (pack: string) => Law, calendar: string): InspectorateDecider {
  return {
    initial: { clocks: {} },
    decide,
    evolve(request, action: InspectorateAction & { readonly calendar?: string }) {
      const after = { ...request, ...changesOf(action) };
      const { desk, pack } = after.asked!;
      const { type, at, by } = action;
      const dueOn = 'dueOn' in action ? { dueOn: action.dueOn } : {};
      const situation = { kinds: new Set(['work'] as const), facts: new Set<never>(), holders: { petitionDept: desk } };
      const clocks = advance(request.clocks, { type, at, calendar: action.calendar ?? calendar, unit: by.unit, ...dueOn }, situation, lawOf(pack));
      return { ...after, clocks };
    },
  };
}

function changesOf(action: InspectorateAction): Partial<InspectorateRequest> {
  const { type: _, by, at, ...said } = action;
  if (action.type === 'InspectorateMaterialRequested') {
    const { dueOn, ...asked } = said as Omit<typeof action, 'type' | 'by' | 'at'>;
    return { asked: { ...asked, dueOn: dueOn.A43, at } };
  }
  return { provided: { ...(said as Omit<typeof action, 'type' | 'by' | 'at'>), at, by: by.person } };
}

const ARTICLE = '第四十一条第二款';

function decide(command: InspectorateCommand, request: InspectorateRequest): InspectorateAction[] {
  const { by, at } = command;
  if (command.type === 'request') {
    const { desk, letter, requestedOn, units, groups, dueOn, pack, isOutside } = command;
    if (request.asked) throw new Refusal('Stale', '这份来函已经登记，不重复登记。');
    if (!isOutside) throw new Refusal('AgainstRule', '被巡视巡察的单位管着本单位，不能由本单位提供。请告知巡视巡察机构向上一级信访部门来函。', SECRECY);
    if (requestedOn > dateInChina(at)) throw new Refusal('AgainstRule', '来函的日期晚于今天，请核对。');
    if (dueOn < requestedOn) throw new Refusal('AgainstRule', '来函要求的日期早于来函的日期，请核对。');
    return [{ type: 'InspectorateMaterialRequested', desk, letter, requestedOn, units, groups, dueOn: { A43: dueOn }, pack, by, at }];
  }
  const { asked, provided } = request;
  if (!asked) throw notHere();
  if (provided) throw new Refusal('AgainstRule', '这份来函已经答复。还要补充的，请凭新的来函另行登记。', ARTICLE);
  if (command.type === 'provideNothing') {
    const { fitting, no } = command;
    if (asked.groups.includes('reports') && fitting > 0)
      throw new Refusal('AgainstRule', `本单位有 ${fitting} 件密件正是来函要的，不能答复无可提供。请选好，再提供。`, ARTICLE);
    const groups = asked.groups.map((group) => ({ group, items: 0, pages: 0 }));
    return [{ type: 'InspectorateMaterialProvided', nothing: true, groups, files: [], pages: 0, sealNo: '', no, by, at }];
  }
  const { groups, chosen, pages, sealNo, no } = command;
  const beyond = groups.filter(({ group }) => !asked.groups.includes(group));
  if (groups.length === 0 || beyond.length > 0)
    throw new Refusal('AgainstRule', '只能提供来函要的、第四十一条第二款写明的几类，不主动扩大。请核对类别。', ARTICLE);
  if (chosen.some(({ isInspected }) => !isInspected)) {
    throw new Refusal('AgainstRule', '选的密件里，有的不是反映被巡视巡察单位领导班子成员、下一级主要负责人的。请去掉，再提供。', ARTICLE);
  }
  const reports = groups.find(({ group }) => group === 'reports');
  if ((reports?.items ?? 0) !== chosen.length) throw new Refusal('AgainstRule', '“信访举报”一类的件数和选的密件不一致。请核对。', ARTICLE);
  if (groups.reduce((sum, each) => sum + each.pages, 0) !== pages) throw new Refusal('AgainstRule', '各类页数加起来和总页数不一致。请再清点一次。', ARTICLE);
  const files = chosen.map(({ region, file }) => ({ region, file }));
  return [{ type: 'InspectorateMaterialProvided', groups, files, pages, sealNo, no, by, at }];
}

/** Those whom the article names: who leads an inspected unit, and who leads a unit of the next level below. */
export function isInspected(
  { unit, whom }: Accused,
  units: readonly string[],
  { organOf, parentOf }: { organOf(unit: string): string; parentOf(unit: string): string | undefined },
): boolean {
  const organ = organOf(unit);
  return whom === 'leaders' && units.some((one) => organ === organOf(one) || parentOf(organ) === organOf(one));
}
