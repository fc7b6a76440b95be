/** Which rows: by urgency, by duty, by channel. Overdue is never filtered away by default. The address keeps the choice: whoever comes back from an act finds it. */
import { useSearchParams } from 'react-router';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { bandOf, BAND_NAMES, BANDS, type BandName, type DeskRow, isOwnBand } from './bands.ts';

export interface DeskFilter {
  readonly band: BandName | undefined;
  readonly owed: string;
  readonly channel: string;
  readonly handler: string; // a person, or whoever has yet to be named
}

export const NO_FILTER: DeskFilter = { band: undefined, owed: '', channel: '', handler: '' };

export function useDeskFilter(): readonly [DeskFilter, (next: DeskFilter) => void] {
  const [asked, ask] = useSearchParams();
  const band = asked.get('band') as BandName | null;
  const filter: DeskFilter = {
    band: band && band in BANDS ? band : undefined,
    owed: asked.get('owed') ?? '',
    channel: asked.get('channel') ?? '',
    handler: asked.get('handler') ?? '',
  };
  return [filter, (next) => ask(Object.entries(next).filter(([, value]) => value) as [string, string][], { replace: true })];
}

export const fits = ({ clock, duty, item }: DeskRow, { band, owed, channel, handler }: DeskFilter) =>
  (!band || bandOf(clock) === band) &&
  (!owed || duty.owed === owed) &&
  (!channel || item.channel === channel) &&
  (!handler || (item.handler?.person ?? NOBODY) === handler);

const NOBODY = 'nobody';

export function DeskFilters({ rows, filter, onChange }: { rows: readonly DeskRow[]; filter: DeskFilter; onChange: (filter: DeskFilter) => void }) {
  const rest = rows.filter((row) => fits(row, { ...filter, band: undefined }));
  const count = (band: BandName) => rest.filter(({ clock }) => bandOf(clock) === band).length;
  const owed = [...new Set(rows.map(({ duty }) => duty.owed))];
  const handlers = new Map(rows.flatMap(({ item: { handler } }) => (handler ? [[handler.person, handler.name] as const] : [])));
  const channels = [...new Set(rows.map(({ item }) => item.channel))];

  return (
    <div className="bar">
      <fieldset className="seg" aria-label="按时限筛选">
        <button type="button" aria-pressed={!filter.band} onClick={() => onChange({ ...filter, band: undefined })}>
          全部<b>{rest.length}</b>
        </button>
        {BAND_NAMES.filter((band) => !isOwnBand(band) || count(band) > 0).map((band) => (
          <button key={band} type="button" aria-pressed={filter.band === band} onClick={() => onChange({ ...filter, band })}>
            {BANDS[band].short}
            <b>{count(band)}</b>
          </button>
        ))}
      </fieldset>
      <select className="in pick wide" aria-label="按职责筛选" value={filter.owed} onChange={({ target }) => onChange({ ...filter, owed: target.value })}>
        <option value="">职责：全部</option>
        {owed.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      {handlers.size > 0 && (
        <select
          className="in pick wide"
          aria-label="按承办人筛选"
          value={filter.handler}
          onChange={({ target }) => onChange({ ...filter, handler: target.value })}
        >
          <option value="">承办人：全部</option>
          {[...handlers].map(([person, name]) => (
            <option key={person} value={person}>
              {name}（{rows.filter(({ item }) => item.handler?.person === person).length}）
            </option>
          ))}
          <option value={NOBODY}>还没有指定</option>
        </select>
      )}
      <select className="in pick wide" aria-label="按渠道筛选" value={filter.channel} onChange={({ target }) => onChange({ ...filter, channel: target.value })}>
        <option value="">渠道：全部</option>
        {channels.map((each) => (
          <option key={each} value={each}>
            {CHANNELS[each as Channel].name}
          </option>
        ))}
      </select>
      <span className="mute small wide right">按到期先后排，超期最前</span>
    </div>
  );
}
