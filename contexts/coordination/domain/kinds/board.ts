/** A public board 公示牌 (W08, D14): about a project or a place; what has changed is put up within a working day. */
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

const isOwner = (unit: string, { owner }: { owner: string }) => unit === owner;
const ROLES = ['unitHead', 'unitClerk'] as const;
const change = { name: 'change', label: '什么变了', kind: 'longText', required: true, minLength: 4, hint: '工程、政策、费用；不写任何人' } as const;

export const BOARD: WorkKind = {
  name: '公示牌',
  article: '地方做法：石家庄',
  stages: {
    changed: { name: '有变化，待更新', open: true },
    current: { name: '与实际一致', open: true },
    removed: { name: '已撤除', open: false },
  },
  steps: {
    open: {
      label: '立一块公示牌',
      ask: '从现在起内容变化要及时更新。确定吗？',
      from: ['none'],
      to: 'changed',
      roles: ROLES,
      may: (unit, _, places) => places.typeOf(unit) !== 'office',
      fields: [
        { name: 'title', label: '公示什么', kind: 'text', required: true, minLength: 4 },
        { name: 'place', label: '立在哪里', kind: 'text', required: true },
        { name: 'phone', label: '问谁（单位和电话）', kind: 'text', required: true },
        change,
      ],
      acts: 'BoardItemChanged',
    },
    change: {
      label: '登记变化',
      ask: '登记后应及时更新。确定吗？',
      from: ['current'],
      to: 'changed',
      roles: ROLES,
      may: isOwner,
      fields: [change],
      acts: 'BoardItemChanged',
    },
    review: { label: '到期核对', ask: '', from: ['current'], to: 'changed', roles: [], may: () => false, fields: [], acts: 'BoardReviewDue' },
    update: {
      label: '更新公示',
      ask: '新的内容会在群众门户公开。确定吗？',
      from: ['changed'],
      to: 'current',
      roles: ROLES,
      may: isOwner,
      fields: [
        { name: 'content', label: '现在公示的内容', kind: 'longText', required: true, minLength: 4 },
        { name: 'reviewOn', label: '下次核对日', kind: 'date', required: true },
      ],
      acts: 'BoardItemUpdated',
      refuse: ({ values, today }) => (textOfValue(values.reviewOn) <= today ? '下次核对日应在今天以后。' : undefined),
    },
    remove: {
      label: '撤除',
      ask: '撤除后门户不再显示。确定吗？',
      from: ['current'],
      to: 'removed',
      roles: ROLES,
      may: isOwner,
      fields: [{ name: 'why', label: '为什么撤除', kind: 'text', required: true, minLength: 2 }],
      acts: 'BoardRemoved',
    },
  },
  holders: ({ owner }) => ({ boardOwner: owner }),
  concerned: ({ owner }) => [owner],
  dues: ({ stage, values }) => (stage === 'current' && values.reviewOn ? [textOfValue(values.reviewOn) as `${number}-${number}-${number}`] : []),
};
