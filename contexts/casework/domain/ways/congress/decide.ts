import { against } from '../../decide/sentences.ts';
import { currentAssignment } from '../../matter.ts';
import type { Conditions, Rules } from '../rule.ts';
import type { CongressCommand } from './commands.ts';

export const CONGRESS_CONDITIONS: Conditions<CongressCommand> = {
  recordFeedback({ matter }) {
    const assignment = currentAssignment(matter);
    if (!assignment?.byCongress) return against('本件不是人大交办的，不需要登记书面反馈。');
    return assignment.answeredInWriting ? against('书面反馈已经登记过。') : undefined;
  },
};

export const CONGRESS_RULES: Rules<CongressCommand> = {
  recordFeedback: ({ feedback, by, at }, matter) => [{ type: 'WrittenFeedbackReceived', assignment: currentAssignment(matter)!.id, feedback, by, at }],
};
