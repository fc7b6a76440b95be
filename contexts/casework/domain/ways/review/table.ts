import type { Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import type { ReviewCommand } from './commands.ts';
import { REVIEW_FORMS as FORMS } from './forms.ts';
import { PUBLICATION_FORMS, PUBLICATION_NAMES, PUBLICATION_PERMISSIONS } from './publication/table.ts';

type Name = ReviewCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const REVIEW_NAMES = {
  requestReview: '请求复查',
  requestRecheck: '请求复核',
  admitReview: '受理复查（复核）申请',
  replaceReviewer: '换复查（复核）人员',
  extendReview: '延长复查（复核）',
  decideReview: '出具复查意见',
  decideRecheck: '出具复核意见',
  compareWithEarlier: '与先前复核过的一件对照',
  refuseFurther: '审核不再受理',
  recordReaudit: '登记抽查结果',
  ...PUBLICATION_NAMES,
} as const satisfies Record<Name, string>;

const REVIEWERS = ['reviewOfficer', 'reviewCommittee', 'unitHead', 'petitionDeptHead'] as const;
const WHO_TAKE_PAPER = ['intakeOfficer', 'triageOfficer', 'unitClerk', 'unitHead', 'petitionDeptHead', 'reviewOfficer'] as const;
/** What was posted in time may come when it is all over: to whom nobody wrote nothing has been told. */
const ENDED = ['concluded', 'archived'] as const;
const ARRIVING = ['registered', 'triaged', 'awaitingAcceptance'] as const;

export const REVIEW_PERMISSIONS = {
  requestReview: { relations: ['petitioner', 'concerned', 'reviewer'], roles: WHO_TAKE_PAPER, stages: ['opinionDelivered', 'performing', ...ENDED] },
  requestRecheck: {
    relations: ['petitioner', 'concerned', 'reviewer'],
    roles: WHO_TAKE_PAPER,
    stages: ['reviewDelivered', 'inProgress', 'performing', ...ENDED],
  },
  admitReview: { relations: ['reviewer'], roles: REVIEWERS, stages: ['reviewRequested', 'recheckRequested'] },
  replaceReviewer: { relations: ['reviewer'], roles: REVIEWERS, stages: ['underReview', 'underRecheck'] },
  extendReview: { relations: ['reviewer'], roles: ['reviewCommittee', 'unitHead'], stages: ['underReview', 'underRecheck'] },
  decideReview: { relations: ['reviewer'], roles: ['reviewCommittee', 'unitHead'], stages: ['underReview'] },
  decideRecheck: { relations: ['reviewer'], roles: ['reviewCommittee', 'unitHead'], stages: ['underRecheck'] },
  compareWithEarlier: { relations: ['desk', 'assignee'], roles: ['triageOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'], stages: ARRIVING },
  refuseFurther: { relations: ['desk', 'assignee'], roles: ['petitionDeptHead', 'unitHead', 'triageOfficer', 'unitClerk'], stages: ARRIVING },
  recordReaudit: { relations: ['superior', 'referringBody', 'concerned'], roles: ['supervisor', 'petitionDeptHead', 'unitHead'], stages: ['furtherRefused'] },
  ...PUBLICATION_PERMISSIONS,
} as const satisfies Record<Name, Permission>;

export const REVIEW_FORMS: Readonly<Partial<Record<Name, Form>>> = { ...FORMS, ...PUBLICATION_FORMS };
