/** 名录: the organs in their order, never by volume; one of them opened beside the tree. */
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { OrganNode } from '#contexts/directory/contract.ts';
import { mayAsk } from '#contexts/directory/domain/permissions.ts';
import { LEVELS } from '#contexts/directory/domain/organ.ts';
import { useMe } from '../session/session.tsx';
import { useOrgans } from '../shared/fields/UnitPicker.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import './admin.css';
import { OrganDetail } from './OrganDetail.tsx';
import { NewOrgan } from './OrganForm.tsx';

export default function OrgansPage() {
  const me = useMe();
  const { region, slug } = useParams();
  const organs = useOrgans();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (adding) form.current?.scrollIntoView({ block: 'nearest' });
  }, [adding]);
  const chosen = region && slug ? `${region}/${slug}` : me.unit;
  const all = organs.data ?? [];
  const hits = words.trim() ? all.filter(({ name, shortName }) => name.includes(words.trim()) || shortName.includes(words.trim())) : undefined;

  return (
    <Page
      title="机关与账号"
      sentence={organs.data && `名录里有 ${all.length} 个机关、单位。找不到该由谁办的，按权责清单找。`}
      acts={
        <>
          {mayAsk('listAccounts', me.roles) && (
            <Link className="btn-like" to="/accounts">
              管理账号
            </Link>
          )}
          {mayAsk('saveOrgan', me.roles) && (
            <button type="button" className="btn-like" onClick={() => setAdding(true)}>
              新设单位
            </button>
          )}
        </>
      }
    >
      {organs.error && <Trouble error={organs.error} again={() => organs.refetch()} />}
      <div className="cols organ-cols">
        <Sheet title="机关、单位" className="organ-tree">
          <TextInput label="按名称找" value={words} onChange={setWords} placeholder="如：住建、城关街道" />
          {organs.isPending && <Waiting rows={8} again={() => void organs.refetch()} />}
          <nav aria-label="机关、单位" style={{ marginTop: 8 }}>
            {hits ? (
              hits.length === 0 ? (
                <p className="mute small">名称里没有“{words}”。</p>
              ) : (
                <ul>
                  {hits.map((organ) => (
                    <li key={organ.unit}>
                      <OrganLink organ={organ} chosen={chosen} />
                    </li>
                  ))}
                </ul>
              )
            ) : (
              <Branch parent="" all={all} chosen={chosen} />
            )}
          </nav>
        </Sheet>
        <div className="stack">
          {adding && (
            <div ref={form} className="arriving">
              <NewOrgan
                region={me.region}
                parent={region && slug ? chosen : undefined} // under what was chosen in the tree; nobody's own office by default, or its review organ would be wrong
                done={() => {
                  setAdding(false);
                  void organs.refetch();
                }}
                cancel={() => setAdding(false)}
              />
            </div>
          )}
          {chosen && <OrganDetail key={chosen} unit={chosen} />}
        </div>
      </div>
    </Page>
  );
}

function Branch({ parent, all, chosen }: { parent: string; all: readonly OrganNode[]; chosen: string | undefined }) {
  const known = new Set(all.map(({ unit }) => unit));
  const here = all.filter((organ) => (organ.parent && known.has(organ.parent) ? organ.parent : '') === parent);
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map((organ) => (
        <li key={organ.unit}>
          <OrganLink organ={organ} chosen={chosen} />
          <Branch parent={organ.unit} all={all} chosen={chosen} />
        </li>
      ))}
    </ul>
  );
}

function OrganLink({ organ: { unit, name, level, petitionDept, closed }, chosen }: { organ: OrganNode; chosen: string | undefined }) {
  return (
    <Link to={`/organs/${unit}`} {...(unit === chosen && { 'aria-current': 'page' as const })}>
      {name}
      <span className="mute small">
        {' '}
        {LEVELS[level]}
        {petitionDept && ' · 信访部门'}
        {closed && ' · 已撤并'}
      </span>
    </Link>
  );
}
