/** 吹哨报到 (W07, D17): a township calls a department to the place; it comes, sends somebody, or says why not. */
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

const TOWNS = ['town', 'township', 'subdistrict'];

export const CALL_OUT: WorkKind = {
  name: '吹哨报到',
  article: '地方做法：肃宁',
  stages: {
    called: { name: '等报到', open: true },
    answered: { name: '已报到', open: false },
    refused: { name: '说明不来', open: false },
    cancelled: { name: '已取消', open: false },
  },
  steps: {
    call: {
      label: '吹哨',
      ask: '被叫的部门会马上看到。确定吗？',
      from: ['none'],
      to: 'called',
      roles: ['unitHead', 'unitClerk', 'leader'],
      may: (unit, _, places) => TOWNS.includes(places.typeOf(places.organOf(unit)) ?? ''),
      fields: [
        { name: 'department', label: '叫哪个部门', kind: 'unit', required: true },
        { name: 'matter', label: '关于哪件信访事项', kind: 'matter' },
        { name: 'what', label: '在哪里、什么事、要什么人来', kind: 'longText', required: true, minLength: 6, hint: '写地点和事情，不写信访人的身份信息' },
      ],
      acts: 'CallOutSent',
      refuse: ({ values, unit }) => (values.department === unit ? '不能叫自己。请选另一个部门。' : undefined),
    },
    answer: {
      label: '报到',
      ask: '答复会马上给吹哨的乡镇、街道。确定吗？',
      from: ['called'],
      to: ({ values }) => (values.answer === 'refusing' ? 'refused' : 'answered'),
      roles: ['unitHead', 'unitClerk'],
      may: (unit, { values }) => unit === values.department,
      fields: [
        {
          name: 'answer',
          label: '怎样',
          kind: 'choice',
          required: true,
          options: [
            { value: 'coming', label: '就来' },
            { value: 'sending', label: '派人来' },
            { value: 'refusing', label: '不来，说明理由' },
          ],
        },
        { name: 'how', label: '谁、什么时候到；不来的写理由', kind: 'longText', required: true, minLength: 4 },
      ],
      acts: 'CallOutAnswered',
    },
    cancel: {
      label: '取消',
      ask: '取消后被叫的部门不用来。确定吗？',
      from: ['called'],
      to: 'cancelled',
      roles: ['unitHead', 'unitClerk', 'leader'],
      may: (unit, { owner }) => unit === owner,
      fields: [{ name: 'why', label: '为什么取消', kind: 'text', required: true, minLength: 2 }],
      acts: 'CallOutCancelled',
    },
  },
  holders: ({ values }) => ({ calledDepartment: textOfValue(values.department) }),
  concerned: ({ owner, values }) => [owner, textOfValue(values.department)],
};
