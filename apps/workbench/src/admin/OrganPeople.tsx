/** 谁在这里: with phone and roles; its head arranges here who stands in for whom, and ends it. */
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type Colleague, endSubstitute, type Waiting } from '#contexts/directory/contract.ts';
import { mayAsk } from '#contexts/directory/domain/permissions.ts';
import { ROLES } from '#kernel/roles.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { dayAndWeekday } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { SubstituteForm } from './SubstituteForm.tsx';
import { WaitsForAnother } from './WaitsForAnother.tsx';

interface OrganPeopleProps {
  organ: { readonly unit: string; readonly name: string; readonly people: readonly Colleague[] };
  refresh: () => void;
}

export function OrganPeople({ organ: { unit, name, people }, refresh }: OrganPeopleProps) {
  const me = useMe();
  const [chosen, setChosen] = useState<Colleague>();
  const [waiting, setWaiting] = useState<{ waiting: Waiting; whose: string }>();
  const [region = ''] = unit.split('/');
  const arranges = mayAsk('nameSubstitute', me.roles) && (me.unit === unit || (mayAsk('saveOrgan', me.roles) && me.region === region));
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) form.current?.scrollIntoView({ block: 'nearest' }); // it opens above the list, which is long on a phone
  }, [chosen]);
  const close = () => setChosen(undefined);
  const done = () => {
    close();
    refresh();
  };
  const isComing = chosen?.from !== undefined;
  const mayBeStoodInFor = ({ roles, standsInFor }: Colleague) => standsInFor !== undefined || (roles.length > 0 && !roles.includes('sysAdmin'));

  return (
    <>
      {waiting && <WaitsForAnother {...waiting} />}
      {chosen && (
        <div ref={form} className="arriving">
          <Sheet title={chosen.away ? `${chosen.name}代${chosen.standsInFor}` : `${chosen.name}不在的时候，谁代`} className="doing">
            {chosen.away ? (
              <AskOnce
                label={endOf(chosen)}
                ask={isComing ? `到时候${chosen.name}不代${chosen.standsInFor}。确定吗？` : `${chosen.name}马上没有${chosen.standsInFor}的角色。确定吗？`}
                said={isComing ? '代班取消了。' : '代班结束了。'}
                ready={() => true}
                send={() => call(endSubstitute, { params: { region, person: chosen.away! }, body: { unit, substitute: chosen.person } })}
                done={done}
                cancel={close}
              >
                <p className="small">
                  {chosen.to && `原来安排${daysOf(chosen)}。`}
                  {isComing ? '还没有开始，没有代办过什么。' : '代班期间办的事都在，记在代班人名下。'}
                </p>
              </AskOnce>
            ) : (
              <SubstituteForm
                key={chosen.person}
                away={{ region, person: chosen.person, name: chosen.name }}
                posts={[{ unit, unitName: name, post: chosen.post }]}
                waits={(reply, whose) => setWaiting(reply.waiting && { waiting: reply.waiting, whose })}
                done={done}
                cancel={close}
              />
            )}
          </Sheet>
        </div>
      )}
      <Sheet title="谁在这里" pad={false} {...(arranges && { aside: '出差、休假前安排代班，期限照样走' })}>
        {people.length === 0 ? (
          <p className="mute" style={{ padding: '12px 16px' }}>
            还没有人。转给它的事项没有人能办，请系统管理员给人设职务和角色。
          </p>
        ) : (
          <table className="grid cards">
            <caption className="vh">本单位人员</caption>
            <thead>
              <tr>
                <th scope="col">姓名</th>
                <th scope="col">职务</th>
                <th scope="col">电话</th>
                <th scope="col">角色</th>
                {arranges && (
                  <th scope="col">
                    <span className="vh">操作</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {people.map((each) => (
                <tr key={each.person + each.post + (each.standsInFor ?? '')} className={each === chosen ? 'sel' : ''}>
                  <td className="b nw">
                    {each.name}
                    {each.standsInFor && (
                      <span className="sub">
                        代 {each.standsInFor}
                        {each.to && `，${daysOf(each)}`}
                      </span>
                    )}
                  </td>
                  <td>{each.post}</td>
                  <td className="nw">{each.phone || '—'}</td>
                  <td className="small">{each.roles.map((role) => ROLES[role]).join('、') || '没有角色'}</td>
                  {arranges && (
                    <td className="act">
                      {mayBeStoodInFor(each) && (
                        <Button aria-label={`${each.away ? endOf(each) : '安排代班'}：${each.name}`} onClick={() => setChosen(each)}>
                          {each.away ? endOf(each) : '安排代班'}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Sheet>
    </>
  );
}

/** One that has not begun is listed too: it can be called off. */
const daysOf = ({ from, to }: Colleague) => `${from ? `从${dayAndWeekday(from)}` : ''}到${dayAndWeekday(to!)}`;
const endOf = ({ from }: Colleague) => (from ? '取消代班' : '结束代班');
