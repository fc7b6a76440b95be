import type { Role } from '#kernel/roles.ts';
import type { PaperCode } from './kind.ts';

const DESKS = ['intakeOfficer', 'triageOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'] as const;
const HEADS = ['petitionDeptHead', 'unitHead'] as const;

/** 由负责人签发的: papers that decide; the others a clerk may sign. */
const DECISIONS: readonly PaperCode[] = ['F05', 'F08', 'F10', 'F12', 'F13', 'F14', 'F15', 'F16', 'F23', 'F25', 'F32', 'F58', 'F59'];

/** Who may do what with papers, in a unit that has to do with the matter. The workbench shows its buttons by it. */
export const PAPER_PERMISSIONS = {
  read: [...DESKS, 'legalReviewer', 'sealKeeper', 'supervisor', 'archivist'],
  draft: [...DESKS, 'legalReviewer'],
  void: [...HEADS, 'sealKeeper'],
  dispatch: [...DESKS, 'sealKeeper'],
} as const satisfies Record<string, readonly Role[]>;

export const signersOf = (code: PaperCode): readonly Role[] => (DECISIONS.includes(code) ? HEADS : [...DESKS, 'sealKeeper']);
