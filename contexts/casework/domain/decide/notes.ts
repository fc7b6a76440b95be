import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';

type Of<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>;

/** Records that decide nothing and move no clock. */
export const notes = {
  consentElectronic: ({ consented, by, at }: Of<'consentElectronic'>): MatterAction[] => [{ type: 'ElectronicDeliveryConsented', consented, by, at }],
  changeContact: ({ parties, contactKnown, by, at }: Of<'changeContact'>): MatterAction[] => [{ type: 'ContactChanged', parties, contactKnown, by, at }],
  takeNote: ({ text, shown, by, at }: Of<'takeNote'>): MatterAction[] => [{ type: 'NoteTaken', text, shown, by, at }],
  addMaterial: ({ text, files, by, at }: Of<'addMaterial'>): MatterAction[] => [{ type: 'MaterialAdded', text, ...(files && { files }), by, at }],
};
