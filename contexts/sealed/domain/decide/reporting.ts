import { Refusal } from '#kernel/refusal.ts';
import { REPORTS, type ReportKind, type ReportPost, type SealedAction } from '../actions.ts';
import type { CommandOf } from '../commands.ts';
import type { SealedFile, Stage } from '../file.ts';
import { CADRES, isSame, mustBe, notHere, SECRECY } from '../guard.ts';
import { REPORT_ACTIONS } from '../reports.ts';

/** 第三十条第二款: problems of cadres go, sealed, to the organisation department; major ones to two leaders, by name, and to nobody else (lifecycle 53; A28, A29). */
const KNOWN: readonly Stage[] = ['classified', 'transferred', 'concluded', 'forwarded']; // whom it is about

export const RECIPIENTS_OF: Readonly<Record<ReportKind, readonly ReportPost[]>> = { report: ['organization'], major: ['secretary', 'organizationLeader'] };

export const decideReporting = {
  flagCadre({ kind, by, at }: CommandOf<'flagCadre'>, file: SealedFile): SealedAction[] {
    mustBe(file, '确定干部问题', ...KNOWN);
    if (file.reports.owed[kind]) throw new Refusal('AgainstRule', `已经定了要“${REPORTS[kind]}”，还没有报送。请先报送。`, CADRES);
    return [{ type: REPORT_ACTIONS[kind].flag, by, at }];
  },

  sendReport(command: CommandOf<'sendReport'>, file: SealedFile): SealedAction[] {
    mustBe(file, '报送', ...KNOWN);
    const { kind, recipients, isOutside, said, pages, sealNo, no, by, at } = command;
    if (!file.reports.owed[kind]) throw new Refusal('AgainstRule', `还没有定要“${REPORTS[kind]}”。请先确定，再报送。`, CADRES);
    if (recipients.length === 0) {
      throw new Refusal('AgainstRule', '名录中没有在被反映人单位以外、按干部管理权限可以接收的组织部门。请联系系统管理员设收件人，不要说明是什么事。', CADRES);
    }
    const posts = recipients.map(({ post }) => post);
    const lawful = RECIPIENTS_OF[kind];
    if (posts.length !== lawful.length || lawful.some((post) => !posts.includes(post))) {
      throw new Refusal(
        'AgainstRule',
        '收件人只能是第三十条第二款写明的：通报送组织（人事）部门；重大情况送党委主要负责同志和分管组织（人事）工作的负责同志。',
        CADRES,
      );
    }
    if (!isOutside) throw new Refusal('AgainstRule', '收件人在被反映人的单位、下级，或者由被反映人领导，不能送。请按干部管理权限送上一级。', SECRECY);
    return [{ type: REPORT_ACTIONS[kind].send, recipients, said, pages, sealNo, no, by, at }];
  },

  receiveReport({ report, post, pages, sealNo, by, at }: CommandOf<'receiveReport'>, file: SealedFile): SealedAction[] {
    const sent = file.reports.sent[report];
    if (!sent?.recipients.some((one) => one.post === post)) throw notHere();
    if (sent.received[post]) throw new Refusal('AgainstRule', '这一份已经签收，不重复签收。');
    if (!isSame({ pages, sealNo }, sent)) {
      throw new Refusal('AgainstRule', '清点的页数或者封签号和通报写的不一致，没有签收。请再清点一次；确实不一致的，先不签收，请报送的单位当面核对。', CADRES);
    }
    return [{ type: 'CadreReportReceived', report, post, by, at }];
  },
};
