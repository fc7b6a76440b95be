import type { AskAbout, Message, MessageKind } from './messages.ts';

/** What the office could not do, as its sender is told: the sentence with its way out, and every word that was typed. */
export interface RefusedSaying {
  readonly id: string;
  readonly at: string; // when it was said
  readonly kind: MessageKind;
  readonly about?: AskAbout;
  readonly subject?: string; // the matter it was about
  readonly sentence: string; // in Chinese, as every refusal
  readonly article?: string;
  readonly typed: readonly Typed[];
  readonly files: readonly string[]; // names
  readonly until: string; // kept so long
}

export type TypedName =
  | 'text'
  | 'grounds'
  | 'newFacts'
  | 'excuse'
  | 'headConcerned'
  | 'newGround'
  | 'phone'
  | 'address'
  | 'name'
  | 'representatives'
  | 'petitionDept'
  | 'handlingUnit';

export interface Typed {
  readonly name: TypedName;
  readonly value: string;
}

/** Opening a paper says nothing and asks for nothing: where that counts no more, nobody has to be told. */
export const isTold = ({ kind }: Message): boolean => kind !== 'opened';

/** Everything that a person wrote or chose in it. */
export function typedIn(message: Message): readonly Typed[] {
  switch (message.kind) {
    case 'rating':
      return [...gradeIn('petitionDept', message.petitionDept), ...gradeIn('handlingUnit', message.handlingUnit)];
    case 'review':
      return written({ grounds: message.grounds, newFacts: message.newFacts, excuse: message.excuse });
    case 'contact':
      return written({ phone: message.phone, address: message.address });
    case 'joinRoster':
      return written({ name: message.name, phone: message.phone });
    case 'openRoster':
      return written({ representatives: String(message.representatives) });
    case 'supplement':
    case 'complaint':
    case 'privacy':
      return written({ text: message.text });
    case 'ask':
      return written({ text: message.text, headConcerned: message.headConcerned && 'yes', newGround: message.newGround && 'yes' });
    case 'commitment':
    case 'electronicDelivery':
    case 'leaveRoster':
    case 'answerWithdrawal':
    case 'answerAgreement':
    case 'opened':
      return [];
  }
}

export const filesIn = (message: Message) => (message.kind === 'supplement' ? message.files : []);

function gradeIn(name: 'petitionDept' | 'handlingUnit', rating: { readonly grade: string; readonly text?: string } | undefined): Typed[] {
  return rating ? [{ name, value: rating.grade }, ...written({ text: rating.text })] : [];
}

const written = (fields: Partial<Record<TypedName, string | undefined>>): Typed[] =>
  Object.entries(fields).flatMap(([name, value]) => (value ? [{ name: name as TypedName, value }] : []));
