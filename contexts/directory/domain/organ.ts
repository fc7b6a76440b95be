/** An organ 机关、单位: where it stands, what it is for, how it is reached, how it signs. */
import type { PlainDate } from '#kernel/dates.ts';

export const ORGAN_TYPES = {
  party: '党委及其办事机构',
  government: '政府',
  department: '部门',
  subdistrict: '街道',
  town: '镇',
  township: '乡',
  community: '社区',
  village: '村',
  petitionDept: '信访部门',
  petitionOffice: '信访工作机构',
  jointConference: '联席会议办公室',
  supervision: '督查机构',
  congress: '人大常委会',
  committee: '人大工作机构',
  court: '人民法院',
  procuratorate: '人民检察院',
  discipline: '纪检监察机关',
  politicalLegal: '政法机关',
  publicInstitution: '事业单位',
  enterprise: '公用企业',
  office: '内设机构',
} as const satisfies Record<string, string>;

export type OrganType = keyof typeof ORGAN_TYPES;

export const LEVELS = { province: '省级', city: '市级', county: '县级', township: '乡级', village: '村级' } as const satisfies Record<string, string>;
export type Level = keyof typeof LEVELS;

/** One line of the list of powers and duties 权责清单: what the unit answers for, and the words people use for it. */
export interface Duty {
  readonly id: string; // 'housing-03', shown beside a routing suggestion
  readonly title: string; // 物业服务监督管理
  readonly words: readonly string[]; // 物业 · 业主 · 停车位
  readonly basis?: string; // 物业管理条例第五条
}

export interface Organ {
  readonly unit: string; // 'qinghe/housing': region and slug, fixed for ever
  readonly name: string; // 清和县住房和城乡建设局
  readonly shortName: string; // 县住建局
  readonly type: OrganType;
  readonly level: Level;
  readonly division: string; // '990421', where it stands, not a tenant
  readonly parent?: string; // whose organ it is: the county government, across tenants too
  readonly superiors: readonly string[]; // competent for review of what it decides, the usual one first (北京 2006 §48, as model); empty: the parent
  readonly discipline?: string; // discipline organ competent for its cadres 干部管理权限; inherited from the parent
  readonly leadersDiscipline?: string; // the same for its leading cadres, who are often managed one level higher
  readonly complaintsTo?: string; // who answers complaints about its conduct, where that is not its superior
  readonly petitionDept: boolean; // receives for its whole region
  readonly duties: readonly Duty[];
  readonly address: string;
  readonly phones: readonly string[];
  readonly hours: string; // 周一至周五 8:30–12:00，14:00–17:30
  readonly documentWord: string; // 机关代字, '清信'; empty where it signs no papers of its own
  readonly documentWords: Readonly<Record<string, string>>; // by type of paper, where custom differs: { F07: '清信受告' }
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate; // last day, when it was merged, divided or abolished
  readonly successor?: string; // who goes on with what it had (§24¶2)
}

/** Does the organ exist on this day? */
export function isValidOn({ validFrom, validTo }: Organ, day: PlainDate): boolean {
  return validFrom <= day && (!validTo || day <= validTo);
}

/** An office inside an organ: it has no seal, decides nothing in its own name, and its organ answers for it. */
export const isInner = ({ type }: Organ): boolean => type === 'office' || type === 'supervision';
