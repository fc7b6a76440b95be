/** Which column says what: guessed by its name, with what stands in the first rows beside it. */
import type { ImportOpened } from '#contexts/intake/contract.ts';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';

export interface Matching {
  readonly columns: Readonly<Record<string, string>>;
  readonly channel?: string; // of every row, where no column tells
  readonly source?: string;
}

export const NO_MATCHING: Matching = { columns: {} };

interface ColumnsProps {
  opened: ImportOpened;
  matching: Matching;
  onChange: (change: Partial<Matching>) => void;
  busy: boolean;
}

export function Columns({ opened, matching, onChange, busy }: ColumnsProps) {
  const { columns } = matching;
  const unused = opened.columns.filter((column) => !Object.values(columns).includes(column));
  return (
    <Sheet title={opened.file} aside={opened.form} pad={false}>
      <fieldset className="plain" disabled={busy}>
        <div className="pad">
          <TextInput label="从哪里来的（同一来源的编号只登记一次）" value={matching.source} onChange={(source) => onChange({ source })} max={60} required />
        </div>
        <table className="grid matching">
          <caption className="vh">文件的哪一栏是什么</caption>
          <thead>
            <tr>
              <th scope="col">登记的栏</th>
              <th scope="col">文件里的栏</th>
              <th scope="col">前几行写的是</th>
            </tr>
          </thead>
          <tbody>
            {opened.fields.map(({ name, says, required }) => {
              const column = columns[name] ?? '';
              const lacking = required && !column && !(name === 'channel' && matching.channel);
              return (
                <tr key={name}>
                  <th scope="row" className="b">
                    {says}
                    {required && <span className="small mute">（必填）</span>}
                  </th>
                  <td>
                    <select
                      className="in pick"
                      aria-label={`${says}是哪一栏`}
                      {...(lacking && { 'aria-invalid': true })}
                      value={name === 'channel' && !column && matching.channel ? `=${matching.channel}` : column}
                      onChange={({ target: { value } }) =>
                        value.startsWith('=')
                          ? onChange({ channel: value.slice(1), columns: { ...columns, [name]: '' } })
                          : onChange({ ...(name === 'channel' && { channel: '' }), columns: { ...columns, [name]: value } })
                      }
                    >
                      <option value="">{required ? '请选择' : '文件里没有'}</option>
                      {opened.columns.map((each) => (
                        <option key={each} value={each}>
                          {each}
                        </option>
                      ))}
                      {name === 'channel' && (
                        <optgroup label="每一件都是">
                          {(Object.keys(CHANNELS) as Channel[]).map((channel) => (
                            <option key={channel} value={`=${channel}`}>
                              每件都是{CHANNELS[channel].name}
                            </option>
                          ))}
                        </optgroup>
                      )}
                    </select>
                  </td>
                  <td className="small sample">
                    {column
                      ? opened.sample
                          .map((row) => row[column] ?? '')
                          .filter(Boolean)
                          .map((text) => (text.length > 40 ? `${text.slice(0, 40)}……` : text))
                          .join('　|　') || '前几行是空的'
                      : lacking && <span className="soon">还没有指定</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </fieldset>
      {unused.length > 0 && (
        <p className="small mute" style={{ padding: '10px 16px' }}>
          不导入的栏：{unused.join('、')}
        </p>
      )}
    </Sheet>
  );
}
