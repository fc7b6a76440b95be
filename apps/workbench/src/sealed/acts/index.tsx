/** What may be done with a sealed file, by name: its words, the question that is asked once, and its form. */
import type { FC } from 'react';
import type { SealedPage } from '#contexts/sealed/contract.ts';
import { Flag, SendReport } from './Cadre.tsx';
import { Classify } from './Classify.tsx';
import { Forward, GiveBack, HandBack, Receive, Refuse, Transfer } from './Handing.tsx';
import { GiveCode } from './GiveCode.tsx';
import { Mark } from './Mark.tsx';

export type Act = SealedPage['may'][number];

export interface ActProps {
  page: SealedPage;
  done: () => void; // done: what comes next begins with an empty form
  refresh: () => void; // somebody else was faster: looked at again, and what was typed stays
  label: string;
  ask: string;
}

interface ActKind {
  readonly label: string;
  readonly ask: string;
  readonly Form: FC<ActProps>;
}

export const ACTS: Readonly<Record<Act, ActKind>> = {
  classify: {
    label: '确认被反映人所在单位',
    ask: '由此按干部管理权限定接收机关，被反映的单位和它的下级从此看不到它。移送以前还能改。确定吗？',
    Form: Classify,
  },
  transfer: { label: '移送', ask: '清点页数、加封后移送，留移送单。移送后等对方签收。确定吗？', Form: Transfer },
  giveBack: {
    label: '转回一般信访办理',
    ask: '接收机关已经写明不是检举控告。转回以后，原收到的单位看得到内容，按一般信访事项办理，期限从收到那天算。确定吗？',
    Form: GiveBack,
  },
  receive: { label: '签收', ask: '核对页数和封签后签收；签收后内容只有本机关看得到。确定吗？', Form: Receive },
  refuse: { label: '拒收', ask: '退回移送的单位，期限接着算。确定吗？', Form: Refuse },
  mark: { label: '记一个日子', ask: '只记发生了和哪一天，不记内容。确定吗？', Form: Mark },
  forward: { label: '报送上级、转交下级', ask: '对方签收以后，内容只有对方看得到。确定吗？', Form: Forward },
  handBack: { label: '退回：不是检举控告', ask: '退回移送的信访部门，由它核对后按一般信访办理；退回以后本机关看不到内容。确定吗？', Form: HandBack },
  flagCadre: { label: '确定要通报干部问题', ask: '从今天起算期限：要通报组织部门，重大的要报送两位负责同志。确定吗？', Form: Flag },
  giveCode: { label: '补发查询码', ask: '补发后旧码作废。确认已经核对过身份吗？', Form: GiveCode },
  sendReport: { label: '报送通报', ask: '送出以后不能收回，收件人只有写明的这几位。确定吗？', Form: SendReport },
};
