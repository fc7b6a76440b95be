import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import { MARKS, type Mark, type Opening, type ReportKind, type ReportPost, type SealedAction } from '#contexts/sealed/domain/actions.ts';
import type { SealedCommand } from '#contexts/sealed/domain/commands.ts';
import { sealedDecider } from '#contexts/sealed/domain/decide.ts';
import { RECIPIENTS_OF } from '#contexts/sealed/domain/decide/reporting.ts';
import { lastReceipt, pendingTransfer, type SealedFile } from '#contexts/sealed/domain/file.ts';
import { COMMANDS } from '#contexts/sealed/domain/permissions.ts';
import { inspectorateDecider, type InspectorateAction, type InspectorateCommand, type InspectorateRequest } from '#contexts/sealed/domain/inspectorate.ts';
import { newestCalendar } from '../stories.ts';
import { lawOf } from './rules.ts';
import type { Walk } from './walk.ts';

const text = (id: string): Words => ({ id, hash: 'h' });
const decider = sealedDecider({ lawOf, calendar: newestCalendar() });
const ORGANS = ['qinghe-discipline/commission', 'linshui/discipline', 'qinghe-discipline/town'] as const; // of the county, above it, below it

/** Where each is asked, by the first word of its name here. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(COMMANDS).map(([command, { stages }]) => [command, stages])),
  flag: COMMANDS.flagCadre.stages,
  send: COMMANDS.sendReport.stages,
  receiveReport: COMMANDS.sendReport.stages,
};

/** An accusation on the sealed line, from the desk to the organ with power and between its levels (lifecycle 9, 47, 48, 53). */
export function accusationWalk(opening: Opening): Walk<SealedCommand, SealedAction, SealedFile> {
  return {
    line: 'sealed',
    decider,
    stageOf: ({ stage }) => stage,
    fits: (name, { stage }) => (STAGES[name.split(' ')[0]!] ?? []).includes(stage),
    makers(file, at, { below, pick, yes }) {
      const today = dateInChina(at);
      const as = (unit: string) => ({ by: { person: `${unit}的人`, unit }, at });
      const desk = as(file.desk ?? opening.desk);
      const open = () => ({ type: 'open', opening, ...desk }) as const;
      if (file.stage === 'unknown') return { open };
      const counted = { pages: 3 + below(2), sealNo: below(8) > 0 ? 'FQ-1' : 'FQ-2' };
      const sent = pendingTransfer(file);
      const arrived = below(5) > 0 && sent ? { pages: sent.pages, sealNo: sent.sealNo } : counted;
      const outside = below(6) > 0;
      const held = as(sent?.to ?? lastReceipt(file)?.to ?? ORGANS[0]);
      const on = addDays(today, -below(3));
      const report = (kind: ReportKind) => () => {
        const recipients = RECIPIENTS_OF[below(6) > 0 ? kind : 'report'].map((post) => ({ post, unit: 'qinghe/organization' }));
        return { type: 'sendReport', kind, recipients, isOutside: outside, said: text('情况'), no: 'N', ...counted, ...desk } as const;
      };
      const forward = (way: 'up' | 'down', onPaper: boolean) => () => {
        const to = onPaper ? undefined : ORGANS[way === 'up' ? 1 : 2];
        return { type: 'forward', way, on, recipient: to, slipNo: 'S', ...(below(6) > 0 && { packet: counted }), ...held } as const;
      };
      const last = Math.max(0, file.reports.sent.length - 1);
      return {
        classify: () => ({
          type: 'classify',
          accusedUnit: pick(['qinghe/housing', 'qinghe/government']),
          whom: pick(['leaders', 'cadres'] as const),
          ...(yes() && { line: pick(['discipline', 'politicalLegal'] as const) }),
          recipient: below(6) > 0 ? ORGANS[0] : undefined,
          desk: below(6) > 0 ? pick([opening.desk, opening.desk, 'linshui/petition']) : undefined,
          ...desk,
        }),
        transfer: () => ({ type: 'transfer', recipient: below(6) > 0 ? ORGANS[0] : undefined, isOutside: outside, slipNo: 'S', ...counted, ...desk }),
        receive: () => ({ type: 'receive', ...arrived, ...(below(4) === 0 && { higher: true }), ...(below(4) === 0 && { repeated: true }), ...held }),
        refuse: () => ({ type: 'refuse', reason: text('理由'), ...held }),
        ...Object.fromEntries((Object.keys(MARKS) as Mark[]).map((mark) => [`mark ${mark}`, () => ({ type: 'mark', mark, on, ...held }) as const])),
        'forward up': forward('up', false),
        'forward down': forward('down', false),
        'forward on paper': forward(pick(['up', 'down'] as const), true),
        'flag report': () => ({ type: 'flagCadre', kind: 'report', ...desk }),
        'flag major': () => ({ type: 'flagCadre', kind: 'major', ...desk }),
        'send report': report('report'),
        'send major': report('major'),
        receiveReport: () => {
          const standing = file.reports.sent[last];
          const post: ReportPost = pick(standing?.recipients.map((one) => one.post) ?? ['organization']);
          return { type: 'receiveReport', report: last, post, pages: standing?.pages ?? 1, sealNo: standing?.sealNo ?? '', ...as('qinghe/organization') };
        },
      };
    },
  };
}

/** What an inspectorate asks of the sealed line by letter (W16). */
export function inspectorateWalk(pack: string): Walk<InspectorateCommand, InspectorateAction, InspectorateRequest> {
  return {
    line: 'inspectorate',
    decider: inspectorateDecider(lawOf, newestCalendar()),
    stageOf: ({ asked, provided }) => (provided ? 'provided' : asked ? 'requested' : 'none'),
    makers(_, at, { below }) {
      const today = dateInChina(at);
      const done = { by: { person: '专管员', unit: 'qinghe/petition' }, at };
      return {
        request: () => ({
          type: 'request',
          desk: 'qinghe/petition',
          letter: text('来函'),
          requestedOn: addDays(today, below(6) > 0 ? 0 : 1),
          units: ['qinghe/housing'],
          groups: ['reports', 'important'],
          dueOn: addDays(today, 10),
          pack,
          isOutside: below(6) > 0,
          ...done,
        }),
        provide: () => ({
          type: 'provide',
          groups: [{ group: 'reports', items: 1, pages: 3 }],
          chosen: [{ region: 'qinghe', file: 'f', isInspected: below(6) > 0 }],
          pages: below(6) > 0 ? 3 : 4,
          sealNo: 'FQ-9',
          no: 'N',
          ...done,
        }),
      };
    },
  };
}
