import { choice, date, line, OPTIONAL, rows, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { NO_EFFECT, TO } from './papers-common.ts';

const SEALED = [
  line('pages', '页数', '清点交接'),
  line('sealNo', '封签号', '清点交接'),
  date('sentOn', '报送日期', '清点交接'),
  line('deliverer', '报送人', '谁送的'),
  line('phone', '报送人电话', '有疑问找谁', OPTIONAL),
];

/** 密件: two exceptions of the law to secrecy, each to the recipients that it names and to nobody else. Numbers come from the sealed line. */
export const SEALED_PAPERS: readonly PaperKind[] = [
  {
    code: 'F55',
    name: '反映干部问题信访情况通报',
    identifier: 'CadreReport',
    form: '函',
    addressee: 'unit',
    version: 2,
    effects: NO_EFFECT,
    fields: [
      TO,
      choice('kind', '通报还是重大情况报送', '《信访工作条例》第三十条', { report: '通报反映干部问题的信访情况', major: '报送重大情况' }),
      line('code', '密件代号', '不写信访人姓名'),
      line('office', '涉及的职务', '按干部管理权限通报'),
      text('subject', '反映的问题', '只写与干部有关的'),
      text('facts', '信访人反映的情况', '照实转述；没有必要的，不写能认出信访人的内容'),
      line('count', '反映的件数', '写明几件'),
      rows('recipients', '收件人', '《信访工作条例》第三十条：只送法定的收件人', [line('name', '收件人（职务）', '送给谁'), line('copy', '份号', '一人一份')]),
      text('identity', '需要说明身份的理由', '没有必要的不写信访人身份', OPTIONAL),
      ...SEALED,
    ],
  },
  {
    code: 'F62',
    name: '向巡视巡察机构提供情况函',
    identifier: 'InspectorateMaterial',
    form: '函',
    addressee: 'unit',
    version: 2,
    effects: NO_EFFECT,
    fields: [
      TO,
      line('requestNo', '来函文号', '凭来函提供，不主动扩大'),
      date('requestedOn', '来函日期', '写明哪一天'),
      rows('groups', '提供的材料', '《信访工作条例》第四十一条：只提供这几类', [
        choice('group', '属于哪一类', '只提供法定的几类', {
          reports: '领导班子及其成员和下一级主要负责人有关信访举报',
          responsibility: '落实信访工作责任制',
          tendency: '具有苗头性、倾向性的重要信访问题',
          important: '需要巡视巡察工作关注的重要信访事项',
        }),
        line('items', '件数', '写明几件'),
        line('copies', '页数', '清点交接'),
      ]),
      ...SEALED,
    ],
  },
];
