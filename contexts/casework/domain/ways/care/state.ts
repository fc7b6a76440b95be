/** Challenges to a person (第二十八条第三款): while one is pending, and after it was upheld, that person does nothing on the matter. */
export interface Recusal {
  readonly part: string; // 'recusal/1'
  readonly person: string;
  readonly unit: string;
  readonly again?: true; // the same ground once more: it is looked at again, and meanwhile the work goes on
  readonly above?: string; // decides in its place: the head of the unit is concerned as well
  readonly state: 'pending' | 'recused' | 'refused';
}

interface Challenged {
  readonly recusals?: readonly Recusal[];
}

export const recusalsOf = ({ recusals = [] }: Challenged): readonly Recusal[] => recusals;

/** Whose decision it is. */
export const deciderOf = ({ unit, above }: Recusal): string => above ?? unit;

/** The challenge that keeps this person from the matter, if there is one (不变量 30). What was decided already and is only looked at again does not. */
export const barring = (matter: Challenged, person: string | undefined): Recusal | undefined =>
  person === undefined ? undefined : recusalsOf(matter).find((one) => one.person === person && bars(one));

const bars = ({ state, again }: Recusal) => state === 'recused' || (state === 'pending' && !again);
