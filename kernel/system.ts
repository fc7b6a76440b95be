/** Who is written down where no person acted: a term ran out, a worker took something in. */
export const SYSTEM = '系统';
