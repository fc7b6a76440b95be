/** How far an agreement that was put to a group has come, for whoever is about to sign. Numbers only: who said what is the affair of each. */
import type { MatterPage } from '#contexts/casework/contract.ts';

export const answersSaid = ({ agreed, declined, open }: NonNullable<MatterPage['answers']>) =>
  `协议已送名册上 ${agreed + declined + open} 人各自答复：${agreed} 人同意，${declined} 人不同意，${open} 人还没有答复。现在签，只算同意的人；其余的人照常办。`;
