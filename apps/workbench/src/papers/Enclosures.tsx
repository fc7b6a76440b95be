/** 附件: which of the files that offices added to the matter go out with the paper. None is marked before somebody marks it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { getMatterFile, listMatterFiles } from '#contexts/intake/contract/matter-files.ts';
import type { Row } from '#contexts/documents/domain/field.ts';
import { useMatterKey } from '../matter/useMatter.ts';
import { call, urlOf } from '../shared/call.ts';
import { Trouble } from '../shared/Trouble.tsx';

interface EnclosuresProps {
  label: string;
  hint: string | undefined;
  value: readonly Row[];
  onChange: (value: readonly Row[]) => void;
}

export function Enclosures({ label, hint, value, onChange }: EnclosuresProps) {
  const { region, matter } = useMatterKey();
  const files = useQuery({ queryKey: ['matter-files', region, matter, 'to-send'], queryFn: () => call(listMatterFiles, { params: { region, matter } }) });
  if (files.error) return <Trouble error={files.error} again={() => files.refetch()} />;
  const ours = (files.data ?? []).filter(({ byOffice }) => byOffice);
  const isMarked = ({ sha256, name }: { sha256: string; name: string }) => value.some((each) => each.file === sha256 && each.name === name);
  const lost = value.filter((each) => files.data && !ours.some(({ sha256, name }) => each.file === sha256 && each.name === name));

  return (
    <fieldset className="fld whole enclosures">
      <legend className="lab">{label}（不勾选就不发）</legend>
      {ours.map((file) => {
        const { index, name, by } = file;
        return (
          <div key={index} className="file-line">
            <label>
              <input
                type="checkbox"
                checked={isMarked(file)}
                onChange={({ target }) =>
                  onChange(
                    target.checked ? [...value, { file: file.sha256, name }] : value.filter((each) => !(each.file === file.sha256 && each.name === name)),
                  )
                }
              />{' '}
              {name}
            </label>
            <span className="small mute">
              {by} ·{' '}
              <a target="_blank" rel="noreferrer" href={urlOf(getMatterFile.url, { region, matter, index })} aria-label={`打开 ${name}`}>
                打开看
              </a>
            </span>
          </div>
        );
      })}
      {lost.map((each) => (
        <div key={each.file} className="file-line">
          <span>{each.name}</span>
          <button type="button" className="textual" onClick={() => onChange(value.filter((one) => one !== each))}>
            不在本件里了，去掉
          </button>
        </div>
      ))}
      {files.data && ours.length === 0 && (
        <p className="small mute">
          本件还没有单位添的附件。<Link to={`/matters/${region}/${matter}?do=addMaterial`}>去“补充材料”添</Link>，草稿会留着。
        </p>
      )}
      {hint && <p className="small mute">{hint}</p>}
    </fieldset>
  );
}
