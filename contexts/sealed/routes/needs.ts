import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { COMMANDS, isOnSide, isTheirTurn, type FileCommand } from '../domain/permissions.ts';
import { loadSealed, type Loaded, type SealedNeeds } from '../handle.ts';

/** What every route of the sealed line does first: find the file as this person may see it. */
export interface FileKey {
  readonly region: string;
  readonly file: string;
}

export const loadFor = (needs: SealedNeeds, { region, file }: FileKey, actor: Actor) => loadSealed(needs, { region, id: file }, actor);

/** What the other side of a file has to do is told to be so; whoever sees no side of it hears that there is none. */
export async function loadToAct(needs: SealedNeeds, command: FileCommand, key: FileKey, actor: Actor): Promise<Loaded> {
  const loaded = await loadFor(needs, key, actor);
  if (!isTheirTurn(command, loaded.seat, loaded.file)) throw new Refusal('NotAllowed', '这件已经转给别的机关，由现在签收的机关办理。', '第三十条');
  if (isOnSide(command, loaded.seat, loaded.file)) return loaded;
  if (COMMANDS[command].side === 'reader')
    throw new Refusal('NotAllowed', '原件的内容现在不在本机关，无法核对身份。查询码请由保管原件的机关补发。', '第三十条');
  throw new Refusal('NotAllowed', loaded.seat.side === 'triage' ? '这一步由接收机关办理。' : '这一步由移送的信访部门办理。', '第三十条');
}

export const doneBy = ({ now }: SealedNeeds, { person, unit }: Actor) => ({ by: { person, unit }, at: now() });
