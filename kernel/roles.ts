/**
 * What a person may be in a unit (lifecycle.md §2), and the word colleagues use for it.
 * A role says what one does, never what one may read: a sealed accusation opens
 * only for those whom its own line names (SEALED_ROLES), and a system
 * administrator opens no content at all.
 */
export const ROLES = {
  intakeOfficer: '接访办信人员',
  triageOfficer: '甄别人员',
  petitionDeptHead: '信访部门负责人',
  unitClerk: '承办人',
  unitHead: '单位负责人',
  legalReviewer: '合法性审查人员',
  sealKeeper: '用印人员',
  reviewOfficer: '复查复核人员',
  reviewCommittee: '复查复核委员会成员',
  supervisor: '督查专员',
  jointConferenceOffice: '联席会议办公室人员',
  sealedTriage: '检举控告件甄别人员',
  disciplineRecipient: '纪检监察收件人',
  organizationRecipient: '组织部门收件人',
  politicalLegalRecipient: '政法机关收件人',
  leader: '领导干部',
  npcDeputy: '人大代表',
  cppccMember: '政协委员',
  hearingHost: '听证主持人',
  hearingMember: '听证员',
  mediator: '调解员',
  lawyer: '律师',
  counsellor: '心理服务人员',
  reliefOfficer: '帮扶救助人员',
  gridWorker: '网格员',
  volunteer: '志愿者',
  archivist: '档案人员',
  privacyOfficer: '个人信息保护负责人',
  auditor: '审计人员',
  sysAdmin: '系统管理员',
} as const satisfies Record<string, string>;

export type Role = keyof typeof ROLES;

export const ALL_ROLES = Object.keys(ROLES) as Role[];

/** Who may open a sealed accusation, and then only in the unit that its transfer names (§30, 不变量 27). */
export const SEALED_ROLES = ['sealedTriage', 'disciplineRecipient', 'organizationRecipient', 'politicalLegalRecipient'] as const satisfies readonly Role[];
