import { sql } from 'kysely';
import { raw } from '#platform/database.ts';
import { messageHandlers } from '../../messages.ts';
import type { Do, Doing, StepOf } from './deed.ts';
import { sendFromPortal } from './files.ts';

/** What the holder of the query code says on the portal, brought to the same place as a real message. */
export const rate: Do = async (doing) => {
  const { petitionDept, handlingUnit, words } = doing.deed.step as StepOf<'evaluate'>;
  const said = (grade: StepOf<'evaluate'>['handlingUnit']) => ({ grade: GRADES[grade], faults: [] });
  const { id } = await doing.scene.matter(doing.deed.matter);
  const message = {
    kind: 'rating',
    subject: id,
    petitionDept: said(petitionDept),
    handlingUnit: { ...said(handlingUnit), ...(words && { text: words }) },
    callBack: false,
  } as const;
  const { handlers, taken, done } = await portalOf(doing);
  await handlers.rating({ ...taken, message }, done);
};

export const supplement: Do = async (doing) => {
  const { text, files = [] } = doing.deed.step as StepOf<'addMaterial'>;
  const { id } = await doing.scene.matter(doing.deed.matter);
  const { handlers, taken, done } = await portalOf(doing);
  await handlers.supplement({ ...taken, message: { kind: 'supplement', subject: id, text, files: await sendFromPortal(doing.stage, files) } }, done);
};

/** 第三十五条、第三十六条: asked for on the page where the opinion is shown. */
export const askReview: Do = async (doing) => {
  const { do: name, reason, newFacts, excuse } = doing.deed.step as StepOf<'requestReview' | 'requestRecheck'>;
  const { id } = await doing.scene.matter(doing.deed.matter);
  const instance = name === 'requestRecheck' ? ('recheck' as const) : ('review' as const);
  const message = { kind: 'review', subject: id, instance, grounds: reason, ...(newFacts && { newFacts }), ...(excuse && { excuse }) } as const;
  const { handlers, taken, done } = await portalOf(doing);
  await handlers.review({ ...taken, message }, done);
};

const GRADES = { satisfied: 'satisfied', basically: 'basicallySatisfied', dissatisfied: 'dissatisfied' } as const;

/** A message is found by its code; of the code only the trace is kept, and it is taken from there. */
async function portalOf({ stage, scene, at }: Doing) {
  const { staff, db } = stage.office;
  const { region, id } = await scene.intake();
  const code = await db.sql.selectFrom('intake.code').select('code_hmac').where('region', '=', region).where('intake', '=', id).executeTakeFirstOrThrow();
  const nothing = raw(staff.db.sql, sql`select 1`); // no envelope of the portal is there to be marked
  return { handlers: messageHandlers(staff), taken: { region, id, codeHmac: code['code_hmac'] as Buffer, at }, done: nothing };
}
