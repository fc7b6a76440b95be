import type { Role } from '#kernel/roles.ts';
import type { PaperCode } from './kind.ts';

const DESKS = ['intakeOfficer', 'triageOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead', 'reviewOfficer', 'supervisor'] as const;
const HEADS = ['petitionDeptHead', 'unitHead'] as const;

/** 由负责人签发的: papers that decide; the others a clerk may sign. */
const DECISIONS: readonly PaperCode[] = [
  ...(['F05', 'F08', 'F09', 'F10', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19', 'F22', 'F23', 'F24', 'F25', 'F26', 'F28', 'F29', 'F30', 'F32'] as const),
  ...(['F34', 'F35', 'F36', 'F37', 'F39', 'F40', 'F41', 'F42', 'F46', 'F48', 'F51', 'F53', 'F55', 'F56', 'F57', 'F58', 'F59', 'F61', 'F62', 'F63'] as const),
];

/** Whose office it is to sign some of them beside the head: as casework has it for what the paper decides (effects-table.test.ts). */
const OFFICES: Readonly<Partial<Record<PaperCode, readonly Role[]>>> = {
  F14: ['jointConferenceOffice'],
  F21: ['hearingHost'],
  F22: ['hearingHost'],
  F26: ['mediator'],
  F29: ['leader'],
  F30: ['leader'],
  F34: ['reviewOfficer', 'reviewCommittee'],
  F35: ['reviewCommittee'],
  F36: ['reviewCommittee'],
  F37: ['reviewOfficer', 'reviewCommittee'],
  F39: ['supervisor'],
  F40: ['supervisor'],
  F41: ['leader'],
  F42: ['jointConferenceOffice', 'supervisor', 'leader'],
  F46: ['reliefOfficer'],
  F50: ['archivist'],
  F57: ['reviewOfficer', 'reviewCommittee'],
  F61: ['jointConferenceOffice'],
};

/** Who may do what with papers, in a unit that has to do with the matter. The workbench shows its buttons by it. */
export const PAPER_PERMISSIONS = {
  read: [
    ...DESKS,
    'reviewCommittee',
    'legalReviewer',
    'sealKeeper',
    'archivist',
    'hearingHost',
    'mediator',
    'reliefOfficer',
    'jointConferenceOffice',
    'leader',
  ],
  draft: [...DESKS, 'reviewCommittee', 'legalReviewer', 'hearingHost', 'mediator', 'reliefOfficer', 'jointConferenceOffice', 'archivist', 'leader'],
  void: [...HEADS, 'sealKeeper', 'jointConferenceOffice'],
  dispatch: [...DESKS, 'sealKeeper', 'jointConferenceOffice', 'leader'],
} as const satisfies Record<string, readonly Role[]>;

export const signersOf = (code: PaperCode): readonly Role[] => [
  ...(DECISIONS.includes(code) ? HEADS : [...DESKS, 'sealKeeper' as const]),
  ...(OFFICES[code] ?? []),
];
