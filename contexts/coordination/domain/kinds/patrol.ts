/** 每日巡诊 (W09, D13): a grid worker looks at places and things, never at persons (R1, R9). One piece of work a working day. */
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

export const PATROL: WorkKind = {
  name: '每日巡诊',
  article: '地方做法：肃宁',
  topics: ['period'],
  stages: { due: { name: '今天待巡', open: true }, done: { name: '已巡', open: false } },
  steps: {
    begin: {
      label: '当日开始',
      ask: '',
      from: ['none'],
      to: 'due',
      roles: [],
      may: () => false,
      fields: [{ name: 'period', label: '日期', kind: 'date', required: true }],
      acts: ({ values }) => [{ type: 'WorkingDayStarted', period: textOfValue(values.period) }],
    },
    record: {
      label: '记巡诊',
      ask: '只记地方和事。有人当面提出诉求的，另行登记来件。确定吗？',
      from: ['due'],
      to: 'done',
      roles: ['gridWorker'],
      may: (unit, { owner }) => unit === owner,
      fields: [
        { name: 'places', label: '看了哪些地方', kind: 'longText', required: true, minLength: 2, hint: '道路、水电、工地、电梯；不写住户，不写人' },
        { name: 'found', label: '发现什么事、告诉了谁', kind: 'longText', hint: '没有就空着' },
      ],
      acts: ({ work }) => [{ type: 'PatrolRecorded', period: textOfValue(work.values.period) }],
    },
  },
  holders: ({ owner }) => ({ gridWorker: owner }),
  concerned: ({ owner }) => [owner],
};
