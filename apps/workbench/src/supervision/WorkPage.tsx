/** One piece of work beside matters: what has happened, which terms run, what may come next. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { actOnWork, getWork } from '#contexts/coordination/contract.ts';
import { CommandForm } from '../act/CommandForm.tsx';
import type { Form } from '../act/form.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { ClockCalc, type Evidence } from '../shared/clock/ClockCalc.tsx';
import { day } from '../shared/dates.ts';
import { nothingToShow } from '../shared/failure.ts';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { nameOf } from './kinds.ts';
import { PreviewStep } from './PreviewStep.tsx';
import { WorkPapers } from './WorkPapers.tsx';
import './work.css';

type Fields = () => Record<string, unknown> | undefined;

const STANDING: Readonly<Record<string, Evidence>> = { law: 'T', practice: 'S', unconfirmed: 'M', default: 'P' };

export default function WorkPage() {
  const me = useMe();
  const { region = '', work = '' } = useParams();
  const loaded = useQuery({ queryKey: ['work', region, work], queryFn: () => call(getWork, { params: { region, work } }) });
  const [step, setStep] = useState('');
  const queries = useQueryClient();
  useEffect(() => {
    if (step) document.querySelector<HTMLElement>('#doing :is(input,select,textarea)')?.focus();
  }, [step]);
  const onward = loaded.data?.forms.find((form) => form.onward);
  useKeys({ ...(onward && { E: { does: onward.label, run: () => setStep(onward.step) } }) });

  if (nothingToShow(loaded))
    return (
      <Page title="协同与督办">
        <Trouble error={loaded.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data)
    return (
      <div className="sheet">
        <Waiting rows={6} />
      </div>
    );
  const { title, about, matter, matterAt, kind, kindName, stageName, ownerName, article, counts, entries, clocks, forms, n, today } = loaded.data;
  const chosen = forms.find((form) => form.step === step);
  const others = forms.filter((form) => form !== onward);
  return (
    <Page
      title={nameOf({ kindName, title })}
      crumbs={[{ to: '/work', text: '协同与督办' }]}
      here={kindName}
      acts={
        <>
          {matter && (
            <Link className="btn-like" to={matterAt ? `/matters/${matterAt.region}/${matterAt.matter}` : `/matters?words=${encodeURIComponent(matter)}`}>
              看这件事项
            </Link>
          )}
          {onward && !chosen && (
            <Button type="primary" onClick={() => setStep(onward.step)}>
              {onward.label} <kbd>E</kbd>
            </Button>
          )}
        </>
      }
      sentence={`${about ? `${about}。` : ''}${stageName}。由${ownerName}牵头。依据：${article}。`}
    >
      <div className="stack">
        {others.length > 0 && !chosen && (
          <p className="acts">
            {others.map((form) => (
              <button key={form.step} type="button" className="btn-like" onClick={() => setStep(form.step)}>
                {form.label}
              </button>
            ))}
          </p>
        )}
        {chosen && (
          <Sheet title={chosen.label} className="doing" id="doing">
            {chosen.known && Object.keys(chosen.known).length > 0 && <p className="small mute">按期限的记录先填了一部分，请核对，可以改。</p>}
            <CommandForm
              draftKey={`work/${work}/${chosen.step}`}
              form={chosen as Form}
              {...(chosen.known && { initial: chosen.known })}
              about={{ region, unit: me.unit ?? '', claims: [] }}
              send={(fields) => call(actOnWork, { params: { region, work }, body: { step: chosen.step, fields, seen: n } })}
              done={() => {
                setStep('');
                void loaded.refetch();
                void queries.invalidateQueries({ queryKey: ['papers', region, work] });
              }}
              cancel={() => setStep('')}
              refresh={() => void loaded.refetch()}
              {...(chosen.paper && {
                under: (fields: Fields) => <PreviewStep paper={chosen.paper!} asked={{ kind, step: chosen.step, region, work }} fields={fields} />,
              })}
            />
          </Sheet>
        )}
        {counts.length > 0 && (
          <Sheet title="到现在为止" aside="由系统按记录算出，不用填">
            <dl className="facts">
              {counts.map(({ label, text }) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>{label}</dt>
                  <dd className="num">{text}</dd>
                </div>
              ))}
            </dl>
          </Sheet>
        )}
        <WorkPapers region={region} work={work} n={n} today={today} />
        {clocks
          .filter(({ stopped }) => !stopped)
          .map((clock) => (
            <Sheet key={`${clock.name}${clock.holder}`} title={`${clock.name}的期限`} aside={`由${clock.holder}办`}>
              <ClockCalc lines={clock.lines} evidence={STANDING[clock.standing]} />
            </Sheet>
          ))}
        <Sheet title="经过">
          <ol className="course">
            {entries.map((entry, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what has happened keeps its place
              <li key={nth}>
                <p>
                  <b>{entry.label}</b>{' '}
                  <span className="small mute">
                    {day(entry.on)}，{entry.unit}
                    {entry.person !== entry.unit && ` ${entry.person}`}
                  </span>
                </p>
                <dl className="facts small">
                  {entry.lines.map(({ label, text }) => (
                    <div key={label} style={{ display: 'contents' }}>
                      <dt>{label}</dt>
                      <dd className="pre">{/^\d{4}-\d\d-\d\d$/.test(text) ? day(text) : text}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ol>
        </Sheet>
      </div>
    </Page>
  );
}
