import type { Words } from '#kernel/decider.ts';

/** Where an assignment comes from, as its paper says (SA, lifecycle 3.2): it adds stricter dates, and decides no substance. */
export type AssignmentSource = 'ownDuty' | 'superiorLetter' | 'leaderInstruction' | 'meeting' | 'deputyMotion';

export const ASSIGNMENT_SOURCES: Readonly<Record<AssignmentSource, string>> = {
  ownDuty: '本级受理的信访',
  superiorLetter: '上级来函',
  leaderInstruction: '领导批示',
  meeting: '会议议定',
  deputyMotion: '代表议案、建议',
};

/** What a congress that assigned a matter is told in writing. */
export type CongressCommand = { type: 'recordFeedback'; feedback: Words };
