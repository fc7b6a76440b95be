/** One organ: how it is reached, what it answers for, who works there, and who stands above it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { getOrgan } from '#contexts/directory/contract.ts';
import { LEVELS, ORGAN_TYPES } from '#contexts/directory/domain/organ.ts';
import { mayAsk } from '#contexts/directory/domain/permissions.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { nothingToShow } from '../shared/failure.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { EditOrgan } from './OrganForm.tsx';
import { OrganPeople } from './OrganPeople.tsx';

export function OrganDetail({ unit }: { unit: string }) {
  const me = useMe();
  const [region = '', slug = ''] = unit.split('/');
  const loaded = useQuery({ queryKey: ['organ', unit], queryFn: () => call(getOrgan, { params: { region, slug } }) });
  const [editing, setEditing] = useState(false);

  if (nothingToShow(loaded)) return <Trouble error={loaded.error} again={() => loaded.refetch()} />;
  if (!loaded.data)
    return (
      <div className="sheet">
        <Waiting rows={6} again={() => void loaded.refetch()} />
      </div>
    );
  const organ = loaded.data;
  if (editing) {
    return (
      <EditOrgan
        organ={organ}
        done={() => {
          setEditing(false);
          void loaded.refetch();
        }}
        cancel={() => setEditing(false)}
        refresh={() => void loaded.refetch()}
      />
    );
  }
  const above = [
    ...organ.reviewOrgans.map((each) => ['复查找', each] as const),
    ...(organ.complaintsOrgan ? [['投诉找', organ.complaintsOrgan] as const] : []),
    ...(organ.disciplineOrgan ? [['纪检监察', organ.disciplineOrgan] as const] : []),
  ];

  return (
    <>
      <Sheet
        title={organ.name}
        aside={
          mayAsk('saveOrgan', me.roles) && me.region === region ? (
            <Button onClick={() => setEditing(true)}>修改</Button>
          ) : (
            `${LEVELS[organ.level]} · ${ORGAN_TYPES[organ.type]}`
          )
        }
      >
        <dl className="facts">
          <dt>简称</dt>
          <dd>{organ.shortName}</dd>
          <dt>地址</dt>
          <dd>{organ.address || '—'}</dd>
          <dt>电话</dt>
          <dd>{organ.phones.join('、') || '—'}</dd>
          <dt>办公时间</dt>
          <dd>{organ.hours || '—'}</dd>
          <dt>机关代字</dt>
          <dd>{organ.documentWord || '—'}</dd>
          {above.map(([word, { unit: to, name }]) => (
            <Above key={word + to} word={word} to={to} name={name} />
          ))}
          {organ.validTo && (
            <>
              <dt>撤并</dt>
              <dd>
                {day(organ.validTo)}，{organ.successor ? '由继任单位接着办' : ''}
              </dd>
            </>
          )}
        </dl>
      </Sheet>
      <Sheet title="权责清单" aside="转送、交办时按这里的词找单位" pad={false}>
        {organ.duties.length === 0 ? (
          <p className="mute" style={{ padding: '12px 16px' }}>
            还没有列出职责，按职责找单位时找不到它。
          </p>
        ) : (
          <table className="grid cards">
            <caption className="vh">权责清单</caption>
            <thead>
              <tr>
                <th scope="col">职责</th>
                {organ.duties.some(({ words }) => words.length > 0) && <th scope="col">群众会用的词</th>}
              </tr>
            </thead>
            <tbody>
              {organ.duties.map(({ id, title, words, basis }) => (
                <tr key={id}>
                  <td>
                    <span className="b">{title}</span>
                    <span className="sub">{basis}</span>
                  </td>
                  {organ.duties.some((each) => each.words.length > 0) && (
                    <td className="small" data-name="词">
                      {words.join('、') || '—'}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Sheet>
      <OrganPeople organ={organ} refresh={() => void loaded.refetch()} />
    </>
  );
}

function Above({ word, to, name }: { word: string; to: string; name: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>
        <Link to={`/organs/${to}`}>{name}</Link>
      </dd>
    </>
  );
}
