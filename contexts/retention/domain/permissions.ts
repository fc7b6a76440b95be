/** Who sees how long what is kept and what was deleted: those who keep the files, answer for personal data, audit, or run the system. */
import type { Role } from '#kernel/roles.ts';

export const RETENTION_READERS: readonly Role[] = ['archivist', 'privacyOfficer', 'auditor', 'sysAdmin'];
