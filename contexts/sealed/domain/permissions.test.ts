import { describe, expect, it } from 'vitest';
import { replay } from '#kernel/decider.ts';
import { ALL_ROLES, type Role } from '#kernel/roles.ts';
import { countyDirectory } from '../../../test/directory.ts';
import { words } from '../../../test/stories.ts';
import { arrived, CITY, city, classified, COUNTY, county, decider, opened, petition, PETITION, received, SEAL, transferred } from '../testing-line.ts';
import type { SealedAction } from './actions.ts';
import {
  COMMANDS,
  isStillSeen,
  isTheirTurn,
  mayAsk,
  postOf,
  seatOf,
  showsContent,
  type Asker,
  type FileCommand,
  type Seat,
  type SeenRow,
} from './permissions.ts';

/** 密件：谁坐在哪一边、看得到什么、轮到谁办。角色 × 单位 × 到了哪一步，逐个问一遍. */
const places = countyDirectory();
const state = (...past: SealedAction[]) => replay(decider, past);
const who = (unit: string, role: Role, more: Partial<Asker> = {}): Asker => ({ person: '某人', unit, roles: [role], units: [unit], ...more });
const TRIAGE: Seat = { side: 'triage', organ: PETITION };
const AT_COUNTY: Seat = { side: 'recipient', organ: COUNTY };
const AT_CITY: Seat = { side: 'recipient', organ: CITY };

const up: SealedAction = { type: 'AccusationForwardedUp', on: '2026-09-23', to: CITY, ...SEAL, slipNo: '清纪密移〔2026〕1号', ...county('2026-09-23') };
const signed: SealedAction = { type: 'SealedReceiptConfirmed', ...SEAL, ...city('2026-09-24') };
const refused: SealedAction = { type: 'SealedTransferRefused', reason: words('不归本机关管'), ...county('2026-09-19') };
const onPoliticalLine = { ...classified, line: 'politicalLegal' } as SealedAction;
const flagged: SealedAction = { type: 'CadreProblemFlagged', ...petition('2026-09-17') };

const waiting = state(opened, classified);
const sent = state(opened, classified, transferred);
const arrivedFile = state(...arrived());
const forwarded = state(...arrived({ higher: true }), up);
const atCity = state(...arrived({ higher: true }), up, signed);
const ALL = { waiting, sent, arrivedFile, forwarded, atCity };

describe('坐在哪一边（seatOf）', () => {
  it('甄别的一边：只有本信访部门（连同内设机构）的甄别人员；别的角色一个也没有', () => {
    expect(seatOf(who(PETITION, 'sealedTriage'), waiting, places)).toEqual(TRIAGE);
    expect(seatOf(who('qinghe/petition-letters', 'sealedTriage'), waiting, places)).toEqual(TRIAGE);
    expect(seatOf(who('linshui/petition', 'sealedTriage'), waiting, places)).toBeUndefined();
    for (const role of ALL_ROLES.filter((each) => each !== 'sealedTriage' && each !== 'disciplineRecipient'))
      expect(seatOf(who(PETITION, role), sent, places), role).toBeUndefined();
    expect(seatOf(who(PETITION, 'unitHead', { roles: ['unitHead', 'sealedTriage'] }), waiting, places)).toEqual(TRIAGE); // one of them is enough
  });

  it('没有登记的，谁的也不是', () => expect(seatOf(who(PETITION, 'sealedTriage'), state(), places)).toBeUndefined());

  it('收件的一边：移送单写明的机关里，按这条线的收件人；另一条线的不算', () => {
    expect(seatOf(who(COUNTY, 'disciplineRecipient'), sent, places)).toEqual(AT_COUNTY);
    for (const role of ALL_ROLES.filter((each) => each !== 'disciplineRecipient')) expect(seatOf(who(COUNTY, role), sent, places), role).toBeUndefined();
    expect(seatOf(who(COUNTY, 'disciplineRecipient'), waiting, places)).toBeUndefined(); // 移送以前
    expect(seatOf(who(CITY, 'disciplineRecipient'), sent, places)).toBeUndefined(); // 没有写明的机关
    const political = state(opened, onPoliticalLine, { ...transferred, line: 'politicalLegal', to: 'qinghe/political-legal' } as SealedAction);
    expect(seatOf(who('qinghe/political-legal', 'politicalLegalRecipient'), political, places)?.side).toBe('recipient');
    expect(seatOf(who('qinghe/political-legal', 'disciplineRecipient'), political, places)).toBeUndefined();
  });

  it('拒收以后不再是收件的；签收过再退回别处的，仍看得到自己签收过的', () => {
    expect(seatOf(who(COUNTY, 'disciplineRecipient'), state(opened, classified, transferred, refused), places)).toBeUndefined();
    expect(seatOf(who(COUNTY, 'disciplineRecipient'), atCity, places)).toEqual(AT_COUNTY);
    expect(seatOf(who(CITY, 'disciplineRecipient'), atCity, places)).toEqual(AT_CITY);
  });

  it('不变量 27：在被反映人的单位另有一份职务的，两边都坐不了', () => {
    for (const role of ['sealedTriage', 'disciplineRecipient'] as const) {
      const unit = role === 'sealedTriage' ? PETITION : COUNTY;
      expect(seatOf(who(unit, role, { units: [unit, 'qinghe/housing'] }), sent, places)).toBeUndefined();
      expect(seatOf(who(unit, role, { units: [unit, 'qinghe/water'] }), sent, places)).toBeDefined();
    }
  });
});

describe('看得到原文的（showsContent）', () => {
  it('移送签收以前，甄别的看得到，收件的看不到；签收以后反过来', () => {
    expect([showsContent(TRIAGE, sent), showsContent(AT_COUNTY, sent)]).toEqual([true, false]);
    expect([showsContent(TRIAGE, arrivedFile), showsContent(AT_COUNTY, arrivedFile)]).toEqual([false, true]);
  });

  it('再转上级的，上级签收以前还是下级看得到，签收以后只有上级', () => {
    expect([showsContent(AT_COUNTY, forwarded), showsContent(AT_CITY, forwarded)]).toEqual([true, false]);
    expect([showsContent(AT_COUNTY, atCity), showsContent(AT_CITY, atCity), showsContent(TRIAGE, atCity)]).toEqual([false, true, false]);
  });

  it('签收以前就定了要通报干部问题的，甄别的看到通报发出为止；签收以后才定的，不再打开', () => {
    const before = state(opened, classified, flagged, transferred, ...received());
    const after = state(...arrived(), { ...flagged, ...petition('2026-09-22') });
    const together = state(...arrived(), { ...flagged, ...petition('2026-09-21') }); // at the moment of the receipt: no earlier
    expect([showsContent(TRIAGE, before), showsContent(TRIAGE, after), showsContent(TRIAGE, together)]).toEqual([true, false, false]);
  });
});

describe('轮到谁（isTheirTurn、mayAsk）', () => {
  const asked = Object.keys(COMMANDS) as FileCommand[];
  const offered = (seat: Seat, file: typeof sent) => asked.filter((command) => mayAsk(command, seat, file));

  it.each([
    ['登记了', state(opened), ['classify'], []],
    ['确认了被反映人', waiting, ['classify', 'transfer', 'flagCadre'], []],
    ['移送了，没有签收', sent, ['flagCadre'], ['receive', 'refuse']],
    ['拒收了', state(opened, classified, transferred, refused), ['classify', 'transfer', 'flagCadre'], []],
    ['签收了', arrivedFile, ['flagCadre'], ['mark', 'forward', 'handBack']],
    ['报送上级了', forwarded, ['flagCadre'], []],
    ['上级签收了', atCity, ['flagCadre'], []],
  ] as const)('%s：甄别的能办什么，县里收件的能办什么', (_, file, triage, recipient) => {
    expect(offered(TRIAGE, file)).toEqual(triage);
    expect(offered(AT_COUNTY, file)).toEqual(recipient);
  });

  it('上级：转来以前什么也不能办，转来了能签收、拒收，签收了能登记、再转', () => {
    expect(offered(AT_CITY, sent)).toEqual([]);
    expect(offered(AT_CITY, arrivedFile)).toEqual([]);
    expect(offered(AT_CITY, forwarded)).toEqual(['receive', 'refuse']);
    expect(offered(AT_CITY, atCity)).toEqual(['mark', 'forward']);
  });

  it('补发查询码：看得到原文的那一边，此刻只有那一边；登记时没有给过码的，谁也不能', () => {
    const code = { hmac: 'b2xk', key: 'a2V5' };
    const told = { ...opened, codes: [code] } as SealedAction;
    const may = (...past: SealedAction[]) => [TRIAGE, AT_COUNTY, AT_CITY].map((seat) => mayAsk('giveCode', seat, state(told, ...past)));
    expect(may()).toEqual([true, false, false]);
    expect(may(classified, transferred)).toEqual([true, false, false]);
    expect(may(classified, transferred, ...received())).toEqual([false, true, false]);
    expect([TRIAGE, AT_COUNTY].map((seat) => mayAsk('giveCode', seat, arrivedFile))).toEqual([false, false]);
  });

  it('通报：定了要报、还没有报的，才能报', () => {
    const owed = state(opened, classified, flagged);
    expect(offered(TRIAGE, owed)).toEqual(['classify', 'transfer', 'flagCadre', 'sendReport']);
    const report: SealedAction = { type: 'CadreReportSent', recipients: [], said: words('问题'), ...SEAL, no: '1', ...petition('2026-09-18') };
    expect(offered(TRIAGE, state(opened, classified, flagged, report))).not.toContain('sendReport');
  });

  it('报送上级、转交下级只在纪检监察这一条线；没有人签收过的也谈不上', () => {
    const line = { line: 'politicalLegal', to: 'qinghe/political-legal' } as const;
    const confirmed: SealedAction = { type: 'SealedReceiptConfirmed', ...SEAL, ...petition('2026-09-21') };
    const political = state(opened, onPoliticalLine, { ...transferred, ...line } as SealedAction, confirmed);
    expect(offered({ side: 'recipient', organ: line.to }, political)).toEqual(['mark', 'handBack']);
    expect(mayAsk('forward', AT_COUNTY, { ...sent, stage: 'concluded' })).toBe(false);
  });

  it('甄别的一边不论件在谁手上都轮得到；收件的一边只看件在谁手上', () => {
    for (const [name, file] of Object.entries(ALL)) expect(isTheirTurn('flagCadre', TRIAGE, file), name).toBe(true);
    const turns = (command: FileCommand, seat: Seat) => Object.entries(ALL).flatMap(([name, file]) => (isTheirTurn(command, seat, file) ? [name] : []));
    expect(turns('mark', AT_COUNTY)).toEqual(['waiting', 'sent', 'arrivedFile', 'forwarded']);
    expect(turns('mark', AT_CITY)).toEqual(['waiting', 'sent', 'atCity']);
    for (const command of ['receive', 'refuse'] as const) {
      expect(turns(command, AT_COUNTY), command).toEqual(['waiting', 'sent', 'arrivedFile']);
      expect(turns(command, AT_CITY), command).toEqual(['waiting', 'forwarded', 'atCity']);
    }
  });
});

describe('第三十条第二款：通报的收件人（postOf）', () => {
  const organization = 'qinghe/organization';
  const report = (post: 'organization' | 'secretary' | 'organizationLeader', unit: string, person?: string) =>
    ({
      ...SEAL,
      kind: 'report',
      recipients: [{ post, unit, ...(person && { person }) }],
      said: words('x'),
      no: '1',
      by: 'x',
      unit: PETITION,
      at: new Date(0),
      received: {},
    }) as const;
  const accused = { unit: 'qinghe/housing', whom: 'cadres' } as const;
  const reader = who(organization, 'organizationRecipient');

  it('组织部门按角色：别的角色、别的机关的同一角色都不是', () => {
    expect(postOf(reader, report('organization', organization), accused, places)).toBe('organization');
    for (const role of ALL_ROLES.filter((each) => each !== 'organizationRecipient'))
      expect(postOf(who(organization, role), report('organization', organization), accused, places), role).toBeUndefined();
    expect(postOf(who(COUNTY, 'organizationRecipient'), report('organization', organization), accused, places)).toBeUndefined();
  });

  it('党委主要负责同志、分管负责同志按姓名：同一机关别的人、这个人换了机关的，都不是', () => {
    for (const post of ['secretary', 'organizationLeader'] as const) {
      const letter = report(post, 'qinghe/party-committee', '某人');
      expect(postOf(who('qinghe/party-committee', 'leader'), letter, accused, places)).toBe(post);
      expect(postOf(who('qinghe/party-committee', 'organizationRecipient', { person: '别人' }), letter, accused, places)).toBeUndefined();
      expect(postOf(who('qinghe/water', 'leader'), letter, accused, places)).toBeUndefined();
    }
  });

  it('不变量 27：被反映人单位的人，不论什么职务都读不到；还没有确认被反映人的，照收件人', () => {
    expect(postOf({ ...reader, units: [organization, 'qinghe/housing'] }, report('organization', organization), accused, places)).toBeUndefined();
    expect(postOf(reader, report('organization', organization), undefined, places)).toBe('organization');
  });
});

describe('清单里还看不看得到（isStillSeen）', () => {
  const row = (more: Partial<SeenRow> = {}): SeenRow => ({
    unit: PETITION,
    side: 'triage',
    line: 'discipline',
    person: null,
    accused_unit: null,
    accused_whom: null,
    accused_also: null,
    ...more,
  });
  const sees = (asker: Asker, more: Partial<SeenRow> = {}) => isStillSeen(asker, row(more), places);

  it('甄别的一边：信访部门的甄别人员；没有信访部门可送的，纪检监察收件人自己甄别', () => {
    expect(ALL_ROLES.filter((role) => sees(who(PETITION, role)))).toEqual(['sealedTriage', 'disciplineRecipient']);
    expect(sees(who('linshui/petition', 'sealedTriage'))).toBe(false);
    expect(sees(who('qinghe/petition-letters', 'sealedTriage'))).toBe(true);
  });

  it.each([
    ['recipient', 'discipline', 'disciplineRecipient'],
    ['recipient', 'politicalLegal', 'politicalLegalRecipient'],
    ['organization', 'discipline', 'organizationRecipient'],
  ] as const)('%s（%s）：只有 %s', (side, line, role) => {
    expect(ALL_ROLES.filter((each) => sees(who(PETITION, each), { side, line }))).toEqual([role]);
    expect(sees(who(PETITION, 'leader', { roles: ['leader', role] }), { side, line })).toBe(true);
  });

  it('写明姓名的，只有这个人，而且还是领导；没有写明姓名的领导件，谁也看不到', () => {
    for (const side of ['secretary', 'organizationLeader'] as const) {
      expect(ALL_ROLES.filter((role) => sees(who(PETITION, role), { side, person: '某人' }))).toEqual(['leader']);
      expect(sees(who(PETITION, 'leader'), { side, person: '别人' })).toBe(false);
      for (const role of ALL_ROLES) expect(sees(who(PETITION, role), { side }), role).toBe(false);
    }
  });

  it('不变量 27：被反映人的单位、它兼任分管的单位、它领导的地方，都看不到；别处照旧', () => {
    const triage = who(PETITION, 'sealedTriage');
    expect(sees(triage, { accused_unit: 'qinghe/housing' })).toBe(true);
    expect(sees(triage, { accused_unit: PETITION })).toBe(false);
    expect(sees({ ...triage, units: [PETITION, 'qinghe/housing'] }, { accused_unit: 'qinghe/housing' })).toBe(false);
    expect(sees(triage, { accused_unit: 'qinghe/housing', accused_also: [PETITION] })).toBe(false);
    expect(sees(triage, { accused_unit: 'qinghe/party-committee', accused_whom: 'leaders' })).toBe(false);
    expect(sees(triage, { accused_unit: 'qinghe/party-committee', accused_whom: 'cadres' })).toBe(true);
    expect(sees(triage, { accused_unit: 'qinghe/party-committee' })).toBe(true); // whom it is about is not said: cadres
  });
});
