/**
 * 信访内容分类, two levels (taxonomy 2). There is no official table that could be
 * read: the first level has the names in common use, the second level and all
 * codes are ours; a province maps its own onto them.
 */
export interface Category {
  readonly code: string; // '0304': two digits of the first level, two of the second
  readonly name: string;
}

export interface CategoryGroup {
  readonly code: string;
  readonly name: string;
  readonly under: readonly Category[];
}

const group = (code: string, name: string, under: Readonly<Record<string, string>>): CategoryGroup => ({
  code,
  name,
  under: Object.entries({ ...under, z99: '其他' }).map(([suffix, each]) => ({ code: code + suffix.slice(1), name: each })),
});

export const CATEGORIES: readonly CategoryGroup[] = [
  group('01', '农村农业', {
    z01: '土地承包经营',
    z02: '村务公开与村级财务',
    z03: '村“两委”及换届',
    z04: '惠农补贴',
    z05: '集体资产与征地分配',
    z06: '农村水利与饮水',
    z07: '农村道路（户户通）',
    z08: '宅基地与农房',
    z09: '乡村振兴与帮扶',
  }),
  group('02', '国土资源', {
    z01: '征地补偿安置',
    z02: '违法占地',
    z03: '矿产开采',
    z04: '土地权属争议',
    z05: '不动产登记',
    z06: '规划许可',
    z07: '林权林地',
    z08: '地下水与水资源',
  }),
  group('03', '城乡建设', {
    z01: '房屋征收拆迁',
    z02: '商品房交付（延期/烂尾）',
    z03: '房屋质量',
    z04: '物业管理与业委会',
    z05: '违章建筑',
    z06: '市政设施（架空线、路灯、管网）',
    z07: '供水供热供气',
    z08: '公积金与保障房',
    z09: '工程款拖欠',
    z10: '城市管理与环境卫生',
    z11: '殡葬墓地规划',
  }),
  group('04', '劳动和社会保障', {
    z01: '拖欠工资',
    z02: '养老保险待遇',
    z03: '医保',
    z04: '工伤',
    z05: '退休审批',
    z06: '劳动合同与裁员',
    z07: '企业改制职工安置',
    z08: '事业单位人事',
    z09: '就业创业',
  }),
  group('05', '卫生健康', { z01: '医患纠纷', z02: '医疗机构管理', z03: '计划生育奖扶', z04: '公共卫生与疫情防控', z05: '食品安全（医疗侧）' }),
  group('06', '教育', { z01: '招生入学', z02: '教师待遇', z03: '民办/培训机构', z04: '校园安全', z05: '收费' }),
  group('07', '科技文体', { z01: '文物保护', z02: '广电体育场馆', z03: '科技项目' }),
  group('08', '民政', { z01: '低保救助', z02: '优抚安置', z03: '地名与区划（含站点冠名）', z04: '殡葬', z05: '养老服务', z06: '社会组织', z07: '婚姻收养' }),
  group('09', '退役军人', { z01: '待遇', z02: '安置', z03: '荣誉抚恤' }),
  group('10', '政法（涉法涉诉）', {
    z01: '判决裁定不服',
    z02: '执行',
    z03: '立案',
    z04: '公安执法',
    z05: '检察监督',
    z06: '司法行政/律师公证',
    z07: '户籍居住证',
  }),
  group('11', '纪检监察', { z01: '违反政治/组织/廉洁/群众/工作/生活纪律', z02: '职务违法犯罪', z03: '作风问题' }),
  group('12', '组织人事', { z01: '干部选拔', z02: '党员权利', z03: '编制待遇' }),
  group('13', '党务政务', { z01: '政策意见', z02: '机关作风效能', z03: '政务公开', z04: '行政审批服务' }),
  group('14', '经济管理', { z01: '市场监管与消费', z02: '税费', z03: '非法集资与金融', z04: '国企改制', z05: '价格收费', z06: '招投标' }),
  group('15', '交通运输', { z01: '道路建设', z02: '出租网约车', z03: '公交地铁', z04: '交通执法' }),
  group('16', '生态环境', { z01: '噪声', z02: '大气', z03: '水', z04: '固废', z05: '环评项目', z06: '辐射' }),
  group('17', '商贸旅游', { z01: '消费纠纷', z02: '旅游', z03: '预付卡' }),
  group('18', '能源与安全生产', { z01: '安全事故', z02: '电力', z03: '煤矿', z04: '应急消防' }),
  group('19', '宣传舆论', { z01: '新闻', z02: '网络', z03: '出版' }),
  group('20', '信息产业', { z01: '电信', z02: '邮政快递', z03: '电信诈骗' }),
  group('99', '其他', {}),
];

const NAMES: ReadonlyMap<string, string> = new Map(
  CATEGORIES.flatMap((first) => [[first.code, first.name] as const, ...first.under.map(({ code, name }) => [code, `${first.name} / ${name}`] as const)]),
);

/** 城乡建设 / 物业管理与业委会; the code itself where it stands in no table. */
export const categoryName = (code: string) => NAMES.get(code) ?? code;
export const isCategory = (code: string) => code.length === 4 && NAMES.has(code);
