/** Reports on cadres (第三十条第二款): whether one is owed, and what it says. Who gets it is no choice. */
import { useQuery } from '@tanstack/react-query';
import { flagCadre, listLeaders, sendReport } from '#contexts/sealed/contract.ts';
import { REPORTS, type ReportKind } from '#contexts/sealed/domain/actions.ts';
import { announce } from '../../shared/announce.tsx';
import { call } from '../../shared/call.ts';
import { SelectInput } from '../../shared/fields/SelectInput.tsx';
import { TextInput } from '../../shared/fields/TextInput.tsx';
import { Note } from '../../shared/Note.tsx';
import { Trouble } from '../../shared/Trouble.tsx';
import type { ActProps } from './index.tsx';
import { need, SealedForm } from './form.tsx';
import { NO_PACKET, PacketInput, packetOf, packetWrong } from './packet.tsx';

const KINDS = [
  { value: 'report', label: REPORTS.report, note: '反映干部问题的，5 个工作日内（默认）' },
  { value: 'major', label: REPORTS.major, note: '重大情况，1 个工作日内（默认），只送两位负责同志' },
];

export function Flag({ page, done, refresh, label, ask }: ActProps) {
  return (
    <SealedForm
      label={label}
      ask={ask}
      start={{ kind: '' }}
      check={({ kind }) => ({ kind: need(kind !== '', '选一样') })}
      send={({ kind }) => call(flagCadre, { params: { region: page.region, file: page.file }, body: { seen: page.n, kind: kind as ReportKind } })}
      done={done}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <SelectInput label="要报送什么" required cards choices={KINDS} value={value.kind || undefined} onChange={(kind) => set({ kind })} wrong={wrong.kind} />
      )}
    </SealedForm>
  );
}

const EMPTY = { ...NO_PACKET, office: '', subject: '', facts: '', count: '1', identity: '', secretary: '', organizationLeader: '' };

export function SendReport({ page, done, refresh, label, ask }: ActProps) {
  const params = { region: page.region, file: page.file };
  const offered = useQuery({ queryKey: ['sealed', page.file, 'leaders'], queryFn: () => call(listLeaders, { params }), gcTime: 0 });
  const leaders = offered.data?.leaders ?? [];
  const choices = leaders.map(({ person, name, post, unitName }) => ({ value: person, label: `${name}，${post}`, note: unitName }));
  const named = (person: string) => {
    const leader = leaders.find((one) => one.person === person);
    return leader && { person, name: `${leader.name}（${leader.post}）` };
  };
  if (offered.error && !offered.data) return <Trouble error={offered.error} again={() => offered.refetch()} />;
  return (
    <SealedForm
      label={label}
      ask={ask}
      said=""
      start={{ ...EMPTY, kind: (page.owed[0] ?? 'report') as string }}
      check={({ kind, office, subject, facts, count, secretary, organizationLeader, ...packet }) => ({
        ...packetWrong(packet),
        office: need(office.trim().length >= 2, '写涉及的职务'),
        subject: need(subject.trim().length >= 2, '写反映的问题'),
        facts: need(facts.trim().length >= 4, '照实转述，至少 4 个字'),
        count: need(Number(count) >= 1, '写件数'),
        ...(kind === 'major' && { secretary: need(secretary !== '', '选一位'), organizationLeader: need(organizationLeader !== '', '选一位') }),
      })}
      send={async ({ kind, office, subject, facts, count, identity, secretary, organizationLeader, ...packet }) => {
        const two = kind === 'major' ? { secretary: named(secretary)!, organizationLeader: named(organizationLeader)! } : {};
        const said = {
          office: office.trim(),
          subject: subject.trim(),
          facts: facts.trim(),
          count: Number(count),
          ...(identity.trim() && { identity: identity.trim() }),
        };
        const { no } = await call(sendReport, { params, body: { seen: page.n, kind: kind as ReportKind, ...said, ...packetOf(packet), ...two } });
        announce(`已报送，文号${no}。`);
      }}
      done={done}
      refresh={refresh}
    >
      {({ value, set, wrong }) => (
        <>
          {page.owed.length > 1 && (
            <SelectInput
              label="报送哪一样"
              required
              choices={page.owed.map((kind) => ({ value: kind, label: REPORTS[kind] }))}
              value={value.kind}
              onChange={(kind) => set({ kind })}
            />
          )}
          {value.kind === 'report' ? (
            <ToOrganization known={offered.data} />
          ) : (
            <>
              <SelectInput
                label="党委主要负责同志"
                required
                cards
                choices={choices}
                value={value.secretary || undefined}
                onChange={(secretary) => set({ secretary })}
                wrong={wrong.secretary}
              />
              <SelectInput
                label="分管组织（人事）工作的负责同志"
                required
                cards
                choices={choices}
                value={value.organizationLeader || undefined}
                onChange={(organizationLeader) => set({ organizationLeader })}
                wrong={wrong.organizationLeader}
                hint={offered.data && choices.length === 0 ? '名录里还没有这一级党委的负责同志，请系统管理员补上' : '只送这两位，不能再有别人'}
              />
            </>
          )}
          <TextInput label="涉及的职务" required value={value.office} onChange={(office) => set({ office })} max={120} wrong={wrong.office} />
          <TextInput label="件数" required type="number" value={value.count} onChange={(count) => set({ count })} wrong={wrong.count} />
          <TextInput label="反映的问题" required rows={2} value={value.subject} onChange={(subject) => set({ subject })} max={300} wrong={wrong.subject} />
          <TextInput
            label="信访人反映的情况"
            required
            rows={5}
            value={value.facts}
            onChange={(facts) => set({ facts })}
            max={5000}
            wrong={wrong.facts}
            hint="照实转述。不写信访人的姓名、电话、住址"
          />
          <TextInput label="确需写明身份的理由（没有不填）" rows={2} value={value.identity} onChange={(identity) => set({ identity })} max={500} />
          <PacketInput value={value} set={set} wrong={wrong} />
        </>
      )}
    </SealedForm>
  );
}

/** Until the directory has answered, nothing is said of it. */
function ToOrganization({ known }: { known: { organization: { name: string } | null } | undefined }) {
  if (!known) return <p className="whole mute">正在按干部管理权限找接收的组织部门……</p>;
  return (
    <Note kind="info" quiet title={known.organization ? `送给：${known.organization.name}` : '名录里没有可以接收的组织部门'}>
      {known.organization ? '按干部管理权限定，不由人挑。' : '请联系系统管理员设收件人，不要说明是什么事。'}
    </Note>
  );
}
