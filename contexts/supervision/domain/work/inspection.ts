/** An inspection 督查 (W15, A42; 第三十八条第二款): problems found go back to the place, important ones to the committee and government. */
import { listOfValue, type WorkKind } from '#kernel/work/kind.ts';

export const INSPECTION: WorkKind = {
  name: '督查',
  article: '信访工作条例第三十八条第二款',
  stages: { ended: { name: '督查结束，待反馈', open: true }, fedBack: { name: '已反馈', open: false } },
  steps: {
    end: {
      label: '登记督查结束',
      ask: '发现的问题应当反馈有关地方和部门。确定吗？',
      from: ['none'],
      to: 'ended',
      roles: ['supervisor', 'petitionDeptHead', 'jointConferenceOffice'],
      may: (unit, _, places) => places.isPetitionDept(unit) || places.typeOf(unit) === 'jointConference',
      fields: [
        { name: 'title', label: '督查名称', kind: 'text', required: true, minLength: 4 },
        { name: 'units', label: '督查了哪些单位', kind: 'units', required: true },
        { name: 'problems', label: '发现的问题', kind: 'longText', required: true, minLength: 4, hint: '写职责履行得怎样；没有发现也照实写' },
      ],
      acts: 'InspectionEnded',
    },
    feedBack: {
      label: '反馈督查发现的问题',
      ask: '反馈后有关单位看得到。确定吗？',
      from: ['ended'],
      to: 'fedBack',
      roles: ['supervisor', 'petitionDeptHead', 'jointConferenceOffice'],
      may: (unit, { owner }) => unit === owner,
      fields: [
        { name: 'feedback', label: '反馈内容', kind: 'longText', required: true, minLength: 10 },
        { name: 'evidence', label: '凭据（文号）', kind: 'text', required: true, minLength: 2 },
        {
          name: 'important',
          label: '有没有重要问题',
          kind: 'choice',
          required: true,
          options: [
            { value: 'yes', label: '有，已向本级党委和政府报告' },
            { value: 'no', label: '没有' },
          ],
        },
      ],
      acts: 'InspectionFeedbackSent',
    },
  },
  holders: ({ owner }) => ({ inspectingBody: owner }),
  concerned: ({ owner, stage, values }) => [owner, ...(stage === 'fedBack' ? listOfValue(values.units) : [])],
};
