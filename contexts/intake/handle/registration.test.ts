import { beforeAll, describe, expect, it } from 'vitest';
import { findMissing } from '#contexts/documents/index.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { arrivedBy, deskNeeds } from '../../../test/desk.ts';
import type { IntakeNeeds } from '../handle.ts';
import { registerIntake } from './register.ts';
import { registrationOf } from './registration.ts';

/** 登记表（F01）：接访时在手写屏上签的名，印在登记表上；签不签都照常登记. */
let needs: IntakeNeeds;
beforeAll(async () => {
  const open = await cloneDatabase();
  needs = deskNeeds(open());
});

const by = { person: '张明', unit: 'qinghe/petition' };
const DRAWN = 'agreed|100,200 300,120 520,260;540,180 700,220';

describe('登记表上的签名', () => {
  it('签了的：密文保存，印到登记表上', async () => {
    const { intake } = await registerIntake(
      needs,
      'qinghe',
      { ...arrivedBy('visit', '路口的井盖丢了，夜里有人摔倒'), oral: 'signature', drawn: DRAWN },
      { by },
    );
    const values = await registrationOf(needs, intake, (id) => id);
    expect(values).toMatchObject({ channel: '来访', oralConfirmed: 'signed', oralSignature: DRAWN, staff: '张明' });
    expect(findMissing('F01', values).map(({ field }) => field)).not.toContain('oralSignature');
    const rows = await needs.db.sql.selectFrom('history.action').select('data').where('subject', '=', intake.id).execute();
    expect(JSON.stringify(rows)).not.toContain('100,200'); // the strokes lie in the envelope, never in history
  });

  it('不签的：一样登记，登记表上留空', async () => {
    const { intake, known } = await registerIntake(needs, 'qinghe', { ...arrivedBy('visit', '村口的路灯坏了两个月'), oral: 'refused' }, { by });
    expect(known).toBe(false);
    const values = await registrationOf(needs, intake, (id) => id);
    expect(values).toMatchObject({ oralConfirmed: 'declined' });
    expect(values).not.toHaveProperty('oralSignature');
  });
});
