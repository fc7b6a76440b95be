/** A complaint about delay or conduct 监督投诉 (W20): a subject of its own, beside the matter and never part of it. */
import type { MovedTerm } from '#kernel/clocks/moved.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';

export const ABOUTS = {
  delay: '拖延、超过期限',
  manner: '态度不好、推来推去',
  retaliation: '因为反映问题被为难',
  notTold: '不告诉办到哪里了',
  other: '其他',
} as const satisfies Record<string, string>;
export type About = keyof typeof ABOUTS;

export const RESULTS = { upheld: '投诉属实', partly: '部分属实', notUpheld: '未发现所反映的情况' } as const satisfies Record<string, string>;
export type Result = keyof typeof RESULTS;

export const WAYS_TO_TELL = { progressPage: '进度页面', letter: '书面', phone: '电话', visit: '当面' } as const satisfies Record<string, string>;
export type WayToTell = keyof typeof WAYS_TO_TELL;

export type ComplaintAction = Done &
  (
    | {
        readonly type: 'ConductComplaintReceived';
        readonly unit: string; // complained about
        readonly organ: string; // answers, from outside
        readonly about: About;
        readonly matter?: string; // id; its region is the subject's
        readonly member?: string; // of a group, one who speaks for themselves: told to nobody but them
        readonly words: Words;
        readonly contact?: Words; // where there is no query code to answer to
        readonly pack: string; // rules in force when it came
      }
    | {
        readonly type: 'ConductComplaintAnswered';
        readonly result: Result;
        readonly words: Words;
        readonly told: WayToTell;
        readonly toldOn: PlainDate;
        readonly evidence?: Words; // number of the letter, of the call record, signature
      }
    | { readonly type: 'TermsRecounted'; readonly moved: readonly MovedTerm[] } // a holiday notice came out
  );

export type Received = Extract<ComplaintAction, { type: 'ConductComplaintReceived' }>;
export type Answered = Extract<ComplaintAction, { type: 'ConductComplaintAnswered' }>;

export interface Complaint {
  readonly received?: Received;
  readonly answered?: Answered;
}

export function evolveComplaint(complaint: Complaint, action: ComplaintAction): Complaint {
  if (action.type === 'TermsRecounted') return complaint;
  return action.type === 'ConductComplaintReceived' ? { ...complaint, received: action } : { ...complaint, answered: action };
}
