/** The only way anything happens to an account: an action of its own subject, and the rows that follow from it. */
import { replay } from '#kernel/decider.ts';
import { act, type Step } from '#platform/act.ts';
import type { Query } from '#platform/database.ts';
import type { Note } from '#platform/words.ts';
import type { AccountAction } from '../domain/account.ts';
import { accountDecider, type AccountCommand } from '../domain/decide.ts';
import type { DirectoryNeeds } from './needs.ts';

export interface Change {
  readonly region: string;
  readonly command: AccountCommand;
  readonly isNew?: boolean;
  readonly notes?: readonly Note[];
  readonly writes?: readonly Query[];
}

export const changeAccount = (needs: DirectoryNeeds, ...changes: readonly Change[]) => act(needs, changes.map(accountStep));

export function accountStep({ region, command, isNew = false, notes = [], writes = [] }: Change): Step {
  return {
    subject: { region, id: command.account },
    isNew,
    take(past) {
      const account = replay(accountDecider, past as unknown as readonly AccountAction[]);
      return { stream: 'account', actions: accountDecider.decide(command, account), notes, writes };
    },
  };
}
