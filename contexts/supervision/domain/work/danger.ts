/**
 * Words that say a life may be in danger (W17, E01; rights R12): a person calls
 * back within half an hour. It is about a text, never an attribute of a person;
 * when nobody has, the timetable tells whoever heads the duty;
 * the words are erased when the follow-up is recorded and the term is over.
 */
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

const DUTY = ['intakeOfficer', 'triageOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead', 'supervisor'] as const;

export const DANGER: WorkKind = {
  name: '危险表述跟进',
  article: '产品默认',
  stages: {
    found: { name: '等人跟进', open: true },
    alarmed: { name: '过了半小时还没有人跟进，已报值班负责人', open: true },
    followedUp: { name: '已有人跟进', open: false },
  },
  steps: {
    find: {
      label: '发现危险表述，请人跟进',
      ask: '半小时内要有人联系。只写哪句话，不给人下判断。确定吗？',
      from: ['none'],
      to: 'found',
      roles: DUTY,
      may: () => true,
      fields: [
        { name: 'intakeNo', label: '收件号或者事项编号', kind: 'text', required: true, minLength: 4 },
        { name: 'quoted', label: '哪句话（照抄）', kind: 'longText', required: true, minLength: 2 },
        { name: 'desk', label: '请哪个单位跟进', kind: 'unit', required: true, hint: '一般是本级信访部门的值班' },
      ],
      acts: 'DangerWordsFound',
    },
    alarm: {
      label: '过了半小时，报值班负责人', // E01: alarm to the head on duty
      ask: '',
      from: ['found'],
      to: 'alarmed',
      roles: [],
      may: () => false,
      fields: [{ name: 'head', label: '报给', kind: 'unit', required: true }],
      acts: 'DangerAlarmRaised',
    },
    followUp: {
      label: '记录跟进',
      ask: '记下联系到没有、怎么帮的。不写病情，不下判断。确定吗？',
      from: ['found', 'alarmed'],
      to: 'followedUp',
      roles: DUTY,
      may: (unit, { owner, values }, places) => [unit, places.organOf(unit)].some((one) => one === owner || one === values.desk || one === values.head),
      fields: [
        {
          name: 'reached',
          label: '联系上了吗',
          kind: 'choice',
          required: true,
          options: [
            { value: 'safe', label: '联系上了，人平安' },
            { value: 'helped', label: '联系上了，已请人到场或者求助' },
            { value: 'rescue', label: '联系不上，已请 110、120 到场' },
          ],
        },
        { name: 'done', label: '谁、几点、做了什么', kind: 'longText', required: true, minLength: 6 },
      ],
      acts: 'HumanFollowedUp',
    },
  },
  holders: ({ values, owner }) => ({ dutyOfficer: textOfValue(values.desk) || owner }),
  concerned: ({ owner, values }) => [owner, textOfValue(values.desk), textOfValue(values.head)].filter(Boolean),
  opensFor: DUTY,
  countsAs: 'intake',
};
