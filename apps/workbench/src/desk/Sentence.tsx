/** The counts, as a sentence: what is owed, and how much of it is pressing. */
import { bandOf, BAND_NAMES, BANDS, type BandName, type DeskRow } from './bands.ts';

export function Sentence({ unit, rows, more }: { unit: string; rows: readonly DeskRow[]; more: boolean }) {
  if (rows.length === 0) return <>{unit}现在不欠任何回应。</>;
  const count = (band: BandName) => rows.filter(({ clock }) => bandOf(clock) === band).length;
  const pressing = BAND_NAMES.slice(0, BAND_NAMES.indexOf('ten'))
    .map((band) => [band, count(band)] as const)
    .filter(([, n]) => n > 0);
  const rest = rows.length - pressing.reduce((sum, [, n]) => sum + n, 0);

  return (
    <>
      {unit}欠 <b>{rows.length}</b> 个回应{pressing.length > 0 ? '：' : '，'}
      {pressing.map(([band, n], at) => (
        <span key={band}>
          {at > 0 && '，'}
          {band === 'overdue' ? (
            <b className="over">{n} 个已超期</b>
          ) : (
            <>
              <b>{n}</b> 个{/^\d/.test(BANDS[band].said) ? ' ' : ''}
              {BANDS[band].said}
            </>
          )}
        </span>
      ))}
      {pressing.length > 0 ? '。' : ''}
      {rest > 0 && (pressing.length > 0 ? `其余 ${rest} 个还早。` : '都还早。')}
      {more && '这里先列最急的，办掉一些再往后看。'}
    </>
  );
}
