import type { Words } from '#kernel/decider.ts';
import type { Telling } from '../telling.ts';

/** What can have happened: 多部门事项、受理争议、报请决定. The vocabulary of lifecycle 4.5. */
export type JointAction =
  | { type: 'JurisdictionTalksOpened'; units: readonly string[]; grounds: Words }
  | { type: 'LeadAgreed'; lead: string; coUnits: readonly string[]; record: Words }
  | { type: 'CoUnitOpinionSubmitted'; opinion: Words }
  | { type: 'JurisdictionDisputed'; decidingBody: string; conference?: true; views: Words } // coordinated by the joint conference: no common superior
  | { type: 'JurisdictionDecided'; lead: string; coUnits: readonly string[]; grounds: Words }
  | { type: 'LeadershipAsked'; to: string; proposal: Words }
  | { type: 'LeadershipDecided'; unit: string; instruction: Words };

/** How each is told on the line of what happened. */
export const JOINT_TELLINGS = {
  JurisdictionTalksOpened: { title: '涉及几个单位，正在协商由谁牵头', shown: true, words: 'grounds', shownWords: false },
  LeadAgreed: { title: '商定了牵头单位', shown: true, words: 'record', shownWords: false },
  CoUnitOpinionSubmitted: { title: '协办单位提出意见', shown: true, words: 'opinion', shownWords: false },
  JurisdictionDisputed: { title: '协商不成，报请决定由谁受理', shown: true, words: 'views', shownWords: false },
  JurisdictionDecided: { title: '决定了受理单位', shown: true, words: 'grounds' },
  LeadershipAsked: { title: '报请党委、政府决定由谁办理', shown: true, words: 'proposal', shownWords: false },
  LeadershipDecided: { title: '党委、政府决定了办理单位', shown: true, words: 'instruction', shownWords: false },
} as const satisfies Record<JointAction['type'], Telling>;
