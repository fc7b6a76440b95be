import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { by, government, opening, STORY, UNITS, words } from '../../../../../../test/stories.ts';
import { also, given, state } from '../../../../../../test/ways.ts';
import type { MatterAction } from '../../../actions.ts';
import { isShown, TELLINGS } from '../../../timeline.ts';
import { publicOn } from './state.ts';

/** 经过听证的复核意见可以依法向社会公示（第三十六条第二款）: heard, de-identified, told first, released by a second person. */
const CITY = 'linshui/government';
const city = (date: string, person = '钱江') => by(CITY, date, person);
const second = (date: string) => city(date, '郑河');
const petitioner = (date: string) => by('信访人', date, '信访人');

const reviewed = (): MatterAction[] => [
  ...STORY.delivered().map((action) => (action.type === 'MatterOpened' ? { ...action, ...opening('2025-09-01') } : action)),
  { type: 'ReviewRequested', organ: UNITS.government, on: '2026-02-01', grounds: words('一'), ...petitioner('2026-02-01') },
  { type: 'ReviewAccepted', officer: { person: '周政', card: words('周政') }, noInterest: true, ...government('2026-02-02') },
  { type: 'ReviewOpinionIssued', document: 'document/5', result: 'revoke', grounds: words('一'), recheckOrgan: CITY, ...government('2026-02-10') },
  { type: 'ReviewOpinionDispatched', document: 'document/5', paper: 'reviewOpinion', method: 'post', evidence: words('一'), ...government('2026-02-10') },
  {
    type: 'ReviewOpinionDelivered',
    document: 'document/5',
    paper: 'reviewOpinion',
    method: 'post',
    evidence: words('一'),
    on: '2026-02-12',
    ...government('2026-02-12'),
  },
  { type: 'RecheckRequested', organ: CITY, on: '2026-03-02', grounds: words('一'), ...petitioner('2026-03-02') },
  { type: 'RecheckAccepted', officer: { person: '钱江', card: words('钱江') }, noInterest: true, ...city('2026-03-04') },
];
const heard = (more: object = {}): MatterAction[] => [
  { type: 'HearingDecided', part: 'hearing/1', ground: 'complex', grounds: words('一'), ...city('2026-03-05') },
  {
    type: 'HearingScheduled',
    part: 'hearing/1',
    on: '2026-03-20',
    place: words('一'),
    open: true,
    host: '主持人',
    seats: 3,
    members: words('一'),
    challenge: words('一'),
    ...more,
    ...city('2026-03-06'),
  },
  { type: 'HearingHeld', part: 'hearing/1', on: '2026-03-20', attended: words('一'), minutes: words('一'), agree: 3, disagree: 0, ...city('2026-03-20') },
  { type: 'HearingReported', part: 'hearing/1', report: words('一'), ...city('2026-03-22') },
];
const rechecked = (): MatterAction[] => [
  { type: 'RecheckOpinionIssued', document: 'document/7', result: 'uphold', grounds: words('一'), ...city('2026-03-30') },
  { type: 'RecheckOpinionDispatched', document: 'document/7', paper: 'recheckOpinion', method: 'post', evidence: words('一'), ...city('2026-03-30') },
  {
    type: 'RecheckOpinionDelivered',
    document: 'document/7',
    paper: 'recheckOpinion',
    method: 'post',
    evidence: words('一'),
    on: '2026-04-01',
    ...city('2026-04-01'),
  },
  { type: 'MatterConcluded', reason: 'recheckDelivered', ...city('2026-04-01') },
];
const over = [...reviewed(), ...heard(), ...rechecked()];

const propose = {
  type: 'proposePublication',
  document: 'document/9',
  text: words('公示稿'),
  left: [] as readonly string[],
  startsOn: '2026-04-20',
  endsOn: '2026-05-10',
  ...city('2026-04-05'),
} as const;
const tell = (on: PlainDate) => ({ type: 'tellPublication', on, told: words('当面给他看过'), ...city(on) }) as const;
const release = { type: 'releasePublication', reviewed: true, left: [] as readonly string[], grounds: words('逐字看过'), ...second('2026-04-20') } as const;
const told = also(over, propose, tell('2026-04-06'));
const object = (on: string) => ({ type: 'objectToPublication', grounds: words('村里人一看就知道是我'), ...petitioner(on) }) as const;

describe('什么样的复核意见可以公示', () => {
  it('复核意见送达以后、经过听证的才可以；没有听证的、听证不公开的都不行', () => {
    given(...over)
      .when(propose)
      .thenTypes('PublicationProposed');
    given(...reviewed(), ...rechecked())
      .when(propose)
      .thenRefused('AgainstRule');
    given(...reviewed(), ...heard({ open: false, closedGround: 'privacy' }), ...rechecked())
      .when(propose)
      .thenRefused('AgainstRule');
    given(...reviewed(), ...heard(), ...rechecked().slice(0, 2))
      .when(propose)
      .thenRefused('WrongStage');
  });

  it('只由复核机关公示；要有期限；给信访人留出十日', () => {
    given(...over)
      .when({ ...propose, ...government('2026-04-05') })
      .thenRefused('NotAllowed');
    given(...over)
      .when({ ...propose, startsOn: '2026-04-15' })
      .thenRefused('AgainstRule');
    given(...over)
      .when({ ...propose, endsOn: '2026-06-10' })
      .thenRefused('AgainstRule');
    given(...over)
      .when({ ...propose, endsOn: '2026-04-19' })
      .thenRefused('AgainstRule');
  });

  it('不变量 31：稿子里还有能认出人的内容，签发和发布都不行', () => {
    given(...over)
      .when({ ...propose, left: ['张三丰'] })
      .thenRefused('AgainstRule');
    given(...told)
      .when({ ...release, left: ['柳林村'] })
      .thenRefused('AgainstRule');
  });
});

describe('先告知本人，再由另一个人发布', () => {
  it('没有告知、十日没有过，都不能发布；拟稿的人不能自己发布', () => {
    given(...also(over, propose))
      .when(release)
      .thenRefused('AgainstRule');
    given(...told)
      .when({ ...release, ...second('2026-04-16') })
      .thenRefused('AgainstRule');
    given(...told)
      .when({ ...release, ...second('2026-04-17') })
      .thenTypes('PublicationReleased');
    given(...told)
      .when({ ...release, ...city('2026-04-20') })
      .thenRefused('AgainstRule');
    given(...told)
      .when({ ...release, reviewed: false })
      .thenRefused('AgainstRule');
    given(...told)
      .when({ ...release, ...second('2026-05-11') })
      .thenRefused('TooLate');
    given(...also(over, propose))
      .when(tell('2026-04-04'))
      .thenRefused('AgainstRule');
  });

  it('信访人提出异议，答复以前不发布；成立的，这份稿子作废；不成立的要写理由，由拟稿以外的人答复', () => {
    const objected = also(told, object('2026-04-10'));
    given(...objected)
      .when(release)
      .thenRefused('AgainstRule');
    const answer = (upheld: boolean) => ({ type: 'answerObjection', upheld, grounds: words('核对过了'), ...second('2026-04-12') }) as const;
    given(...objected)
      .when({ ...answer(false), ...city('2026-04-12') })
      .thenRefused('AgainstRule');
    given(...also(objected, answer(false)))
      .when(release)
      .thenTypes('PublicationReleased');
    const upheld = also(objected, answer(true));
    given(...upheld)
      .when(release)
      .thenRefused('AgainstRule');
    given(...upheld)
      .when({ ...propose, document: 'document/10', startsOn: '2026-05-01', ...city('2026-04-15') })
      .thenTypes('PublicationProposed');
  });
});

describe('公示以后', () => {
  const released = also(told, release);

  it('只在公示期内看得到；提出异议就先撤下，答复以后再说；撤下的不能恢复', () => {
    expect(publicOn(state(released), '2026-04-19')).toBeUndefined();
    expect(publicOn(state(released), '2026-04-20')).toMatchObject({ document: 'document/9' });
    expect(publicOn(state(released), '2026-05-10')).toBeDefined();
    expect(publicOn(state(released), '2026-05-11')).toBeUndefined();
    expect(publicOn(state(also(released, object('2026-04-25'))), '2026-04-25')).toBeUndefined();
    const down = also(released, { type: 'takeDownPublication', grounds: words('写错了一处'), ...city('2026-04-22') });
    expect(publicOn(state(down), '2026-04-22')).toBeUndefined();
    given(...down)
      .when(release)
      .thenRefused('AgainstRule');
  });

  it('不变量 22：公示不改变本件，也不是任何事情的前提', () => {
    const { publication: _, ...after } = state(released);
    expect({ ...after, opening: null }).toEqual({ ...state(over), opening: null });
  });

  it('不变量 21：每一步信访人都看得到', () => {
    const steps = also(released, object('2026-04-25')).slice(over.length);
    expect(steps.every(isShown)).toBe(true);
    expect(steps.map(({ type }) => TELLINGS[type].title)).toContain('公示以前告知信访人');
  });
});
