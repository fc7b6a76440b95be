import type { ReactNode } from 'react';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { wordsOf } from '../words/index.ts';
import { Icon } from './Icons.tsx';

/** A mistake, in words, and the field that it is at. */
export interface Mistake {
  readonly field: string;
  readonly text: string;
}

/** On top of a page that came back: what to mend, each a link to its field. Amber, never red: no citizen is marked red. */
export function Mistakes({ frame, mistakes, title }: { readonly frame: Frame; readonly mistakes: readonly Mistake[]; readonly title?: string }) {
  if (mistakes.length === 0) return null;
  return (
    <div className="errors" role="alert" aria-labelledby="err" tabIndex={-1}>
      <h2 id="err">{title ?? wordsOf(frame).frame.mistakes(mistakes.length)}</h2>
      <ul>
        {mistakes.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ErrorLine({ frame, id, text }: { readonly frame: Frame; readonly id: string; readonly text: string }) {
  return (
    <p className="error" id={id}>
      <Icon name="bang" />
      <span>
        <span className="vh">{wordsOf(frame).frame.errorWord}</span>
        {text}
      </span>
    </p>
  );
}

interface FieldProps {
  readonly frame: Frame;
  readonly id: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly mistakes: readonly Mistake[];
  readonly kind?: 'text' | 'area' | 'tel';
  readonly className?: string;
  readonly autoComplete?: string;
  readonly rows?: number;
}

/** One question to type at; the hint and the mistake are read out with it. */
export function Field({ frame, id, name = id, label, hint, value, mistakes, kind = 'text', className = '', autoComplete, rows = 8 }: FieldProps) {
  const mistake = mistakes.find(({ field }) => field === id)?.text;
  const described = [hint && `${id}-h`, mistake && `${id}-e`].filter(Boolean).join(' ') || undefined;
  const shared = { id, name, defaultValue: value, 'aria-describedby': described, 'aria-invalid': mistake ? true : undefined } as const;
  return (
    <div className={mistake ? 'field bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {mistake && <ErrorLine frame={frame} id={`${id}-e`} text={mistake} />}
      {kind === 'area' ? (
        <textarea className={`input ${className}`} rows={rows} {...shared} />
      ) : (
        <input
          className={`input ${kind === 'tel' ? 'tel' : ''} ${className}`}
          inputMode={kind === 'tel' ? 'tel' : undefined}
          autoComplete={autoComplete}
          {...shared}
        />
      )}
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ChoicesProps {
  readonly frame: Frame;
  readonly name: string;
  readonly legend: ReactNode;
  readonly hidden?: boolean; // the page's heading asks already
  readonly hint?: ReactNode;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly mistakes: readonly Mistake[];
  readonly several?: boolean;
}

/** One or several of a few. Nothing is chosen in advance. */
export function Choices({ frame, name, legend, hidden, hint, options, chosen, mistakes, several }: ChoicesProps) {
  const mistake = mistakes.find(({ field }) => field === `${name}-1`)?.text;
  const described = [hint && `${name}-h`, mistake && `${name}-e`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={mistake ? 'field bad' : 'field'} aria-describedby={described}>
      <legend className={hidden ? 'vh' : undefined}>{legend}</legend>
      {hint ? (
        <p className="hint" id={`${name}-h`}>
          {hint}
        </p>
      ) : (
        <div />
      )}
      {mistake && <ErrorLine frame={frame} id={`${name}-e`} text={mistake} />}
      {options.map(({ value, label, hint: more }, at) => (
        <label className="choice" key={value}>
          <input type={several ? 'checkbox' : 'radio'} name={name} value={value} id={`${name}-${at + 1}`} defaultChecked={chosen.includes(value)} />
          <span>
            <b>{label}</b>
            {more && <span>{more}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Token({ frame }: { readonly frame: Frame }) {
  return <input type="hidden" name="_csrf" value={frame.token} />;
}

/** A phone number that can be pressed. */
export function Tel({ number }: { readonly number: string }) {
  return (
    <a className="tel" href={`tel:${number.replaceAll(/[^0-9+]/g, '')}`}>
      {number}
    </a>
  );
}
