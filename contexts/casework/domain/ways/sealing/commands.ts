/** What may be asked: 移入密件. No words are asked for: they would stay here. */
export type SealingCommand = { type: 'moveToSealed' };
