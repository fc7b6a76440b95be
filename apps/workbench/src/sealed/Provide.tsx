/** What goes into the envelope for the inspectorate: of each group how much, of the sealed files which. */
import { Checkbox } from 'antd';
import { provideMaterial, provideNothing, type RequestPage as Request } from '#contexts/sealed/contract.ts';
import { GROUPS, type Group } from '#contexts/sealed/domain/inspectorate.ts';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { BARE, need, SealedForm } from './acts/form.tsx';

export function Provide({ page, done }: { page: Request; done: () => void }) {
  const { region, request, groups, candidates, today, n } = page;
  const counts: Record<string, string> = Object.fromEntries(groups.flatMap((group) => [[`${group} items`, '0'] as const, [`${group} pages`, ''] as const]));
  if (candidates.length === 0 && groups.every((group) => group === 'reports')) return <Nothing page={page} done={done} />;
  const give = (
    <Sheet title="提供" aside="件数为 0 的一类不放">
      <SealedForm
        label="提供"
        ask="加封交给来函写明的接收人，留提供情况函。只能提供一次。确定吗？"
        said=""
        start={{ counts, files: [] as string[], sealNo: '' }}
        check={(value) => ({
          sealNo: need(/^[A-Za-z0-9-]{2,30}$/.test(value.sealNo.trim()), '写封签号：字母、数字和短横'),
          ...Object.fromEntries(
            givenOf(value, groups).map(({ group, pages }) => [`${group} pages`, need(Number.isInteger(pages) && pages >= 1, '写这一类的页数')] as const),
          ),
          none: need(givenOf(value, groups).length > 0, '各类都是 0 件。至少选一件密件，或者写一类的件数'),
        })}
        send={async (value) => {
          const given = givenOf(value, groups);
          const pages = given.reduce((sum, each) => sum + each.pages, 0);
          const files = value.files.map((file) => ({ region: candidates.find((one) => one.file === file)!.region, file }));
          const { no } = await call(provideMaterial, {
            params: { region, request },
            body: { seen: n, groups: given, files, pages, sealNo: value.sealNo.trim() },
          });
          announce(`已提供，文号${no}。`);
        }}
        done={done}
      >
        {({ value, set, wrong }) => (
          <>
            {groups.map((group) => (
              <fieldset key={group} className="fld whole fields two" style={{ ...BARE, gap: '4px 16px' }} aria-label={GROUPS[group]}>
                <span className="lab whole">{GROUPS[group]}</span>
                {group === 'reports' ? (
                  <div className="stack tight">
                    {candidates.length === 0 && <span className="mute">{NONE}</span>}
                    {candidates.map(({ file, code, unitName, receivedOn }) => (
                      <Checkbox
                        key={file}
                        checked={value.files.includes(file)}
                        onChange={({ target }) => set({ files: target.checked ? [...value.files, file] : value.files.filter((one) => one !== file) })}
                      >
                        <span className="mono">{code}</span> {unitName}，{day(receivedOn, today)}收到
                      </Checkbox>
                    ))}
                  </div>
                ) : (
                  <TextInput
                    label="件数"
                    type="number"
                    value={value.counts[`${group} items`]}
                    onChange={(items) => set({ counts: { ...value.counts, [`${group} items`]: items } })}
                  />
                )}
                {(group !== 'reports' || candidates.length > 0) && (
                  <TextInput
                    label="页数"
                    type="number"
                    value={value.counts[`${group} pages`]}
                    onChange={(pages) => set({ counts: { ...value.counts, [`${group} pages`]: pages } })}
                    wrong={wrong[`${group} pages`]}
                  />
                )}
              </fieldset>
            ))}
            <TextInput
              label="封签号"
              required
              value={value.sealNo}
              onChange={(sealNo) => set({ sealNo })}
              max={30}
              wrong={wrong.sealNo ?? wrong.none}
              hint="字母、数字和短横"
            />
          </>
        )}
      </SealedForm>
    </Sheet>
  );
  if (candidates.length > 0 && groups.includes('reports')) return give;
  return (
    <>
      {give}
      <Nothing page={page} done={done} />
    </>
  );
}

/** Also an answer: in writing, with a number, and the term of the letter is kept by it. */
function Nothing({ page: { region, request, groups, n }, done }: { page: Request; done: () => void }) {
  return (
    <Sheet title="没有可以提供的">
      <SealedForm
        label="书面答复无可提供"
        ask="出具提供情况函，写明来函要的各类都无可提供。答复以后不能再改。确定吗？"
        said=""
        start={{}}
        check={() => ({})}
        send={async () => {
          const { no } = await call(provideNothing, { params: { region, request }, body: { seen: n } });
          announce(`已答复，文号${no}。`);
        }}
        done={done}
      >
        {() => (
          <p className="whole">{groups.includes('reports') && NONE}来函要的几类都没有可以提供的，也要书面答复：提供情况函取号、留底，来函的期限到此满足。</p>
        )}
      </SealedForm>
    </Sheet>
  );
}

const NONE = '本单位没有反映这些单位领导班子成员、下一级主要负责人的密件。';

interface Value {
  readonly counts: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** A group of nothing is left out. */
function givenOf({ counts, files }: Value, groups: readonly Group[]) {
  return groups
    .map((group) => ({ group, items: group === 'reports' ? files.length : Number(counts[`${group} items`]), pages: Number(counts[`${group} pages`]) }))
    .filter(({ items }) => items > 0);
}
