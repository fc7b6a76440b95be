/** What offices do together beside a matter. */
import type { WorkKinds } from '#kernel/work/kind.ts';
import { BOARD } from './board.ts';
import { CALL_OUT } from './call-out.ts';
import { MEETING } from './meeting.ts';
import { PATROL } from './patrol.ts';
import { RECEPTION } from './reception.ts';

export const COORDINATION: WorkKinds = { meeting: MEETING, reception: RECEPTION, callOut: CALL_OUT, board: BOARD, patrol: PATROL };
