import type { LegalDate } from '../domain/field.ts';

/** What the invented examples share. */
export const due = (on: LegalDate['on'], rolled = false): LegalDate => ({ on, rolled, provisional: false });
export const handler = { handlerName: '李㛃', handlerPost: '科员', handlerPhone: '0000-622 0148' };
export const contact = { contactPerson: '李㛃', contactPhone: '0000-622 0148' };
export const leak = '翠屏小区3号楼屋面漏水、维修资金账目不公开';
