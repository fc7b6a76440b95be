/** Filters of the list, kept in the address, so that a view can be kept and handed on. */
import { CATEGORIES, categoryName } from '#contexts/casework/domain/categories.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { KINDS } from '#contexts/casework/domain/kinds.ts';
import { STAGE_NAMES, STAGES } from '#contexts/casework/domain/stages.ts';
import { day } from '../shared/dates.ts';

const NAMES = ['stage', 'kind', 'category', 'channel', 'from', 'until'] as const;
export type Filter = Partial<Record<(typeof NAMES)[number], string>>;

export function filterOf(asked: URLSearchParams): Filter {
  return Object.fromEntries(NAMES.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])));
}

export function sayFilter({ stage, kind, category, channel, from, until }: Filter): string {
  return [
    stage && STAGES[stage as keyof typeof STAGES]?.name,
    kind && KINDS[kind as keyof typeof KINDS]?.name,
    category && categoryName(category),
    channel && CHANNELS[channel as keyof typeof CHANNELS]?.name,
    from && `${day(from)}以后`,
    until && `${day(until)}以前`,
  ]
    .filter(Boolean)
    .join('、');
}

export function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const set = (name: keyof Filter, value: string) => {
    const { [name]: _, ...rest } = filter;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  const select = (name: keyof Filter, label: string, options: readonly (readonly [string, string])[]) => (
    <select className="in pick" aria-label={`按${label}筛选`} value={filter[name] ?? ''} onChange={({ target }) => set(name, target.value)}>
      <option value="">{label}：全部</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
  return (
    <div className="bar">
      {select(
        'stage',
        '环节',
        STAGE_NAMES.filter((stage) => stage !== 'unknown').map((stage) => [stage, STAGES[stage].name] as const),
      )}
      {select(
        'kind',
        '种类',
        Object.entries(KINDS)
          .filter(([kind]) => kind !== 'accusation')
          .map(([kind, { name }]) => [kind, name] as const),
      )}
      {select(
        'category',
        '分类',
        CATEGORIES.map(({ code, name }) => [code, name] as const),
      )}
      {select(
        'channel',
        '渠道',
        Object.entries(CHANNELS).map(([channel, { name }]) => [channel, name] as const),
      )}
      <label className="small mute">
        从 <input className="in pick" type="date" aria-label="收到日期，从" value={filter.from ?? ''} onChange={({ target }) => set('from', target.value)} />
      </label>
      <label className="small mute">
        到 <input className="in pick" type="date" aria-label="收到日期，到" value={filter.until ?? ''} onChange={({ target }) => set('until', target.value)} />
      </label>
      {Object.keys(filter).length > 0 && (
        <button type="button" className="textual" onClick={() => onChange({})}>
          看全部
        </button>
      )}
    </div>
  );
}
