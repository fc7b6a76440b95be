/** One field: the label above, what is meant below, what is wrong in amber beside it. */
import { type ReactNode, useId } from 'react';

export interface FieldProps {
  label: ReactNode;
  required?: boolean | undefined;
  hint?: ReactNode;
  wrong?: string | undefined;
  whole?: boolean; // takes the whole width of its form
  aside?: ReactNode;
  children: (ids: FieldIds) => ReactNode;
}

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

export function Field({ label, required = false, hint, wrong, whole = false, aside, children }: FieldProps) {
  const id = useId();
  const told = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className={`fld${whole ? ' whole' : ''}`}>
      <label htmlFor={id}>
        {label}
        {required ? <span className="must">（必填）</span> : null}
        {aside && <span className="right">{aside}</span>}
      </label>
      {children({
        id,
        ...(told && { 'aria-describedby': told }),
        ...(wrong && { 'aria-invalid': true as const }),
        ...(required && { 'aria-required': true as const }),
      })}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

/** A group of choices as cards, each with what it means. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
}

interface ChoiceCardsProps {
  legend: ReactNode;
  name: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string) => void;
  hint?: ReactNode;
  wrong?: string | undefined;
  hideLegend?: boolean;
}

export function ChoiceCards({ legend, name, choices, value, onChange, hint, wrong, hideLegend = false }: ChoiceCardsProps) {
  const own = `${useId()}${name}`;
  return (
    <div className="fld whole">
      <span className={hideLegend ? 'vh' : 'lab'} id={own}>
        {legend}
      </span>
      <fieldset className="cards3" aria-labelledby={own}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="radio" name={own} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            <span>
              <b>{choice.label}</b>
              {choice.note && <small>{choice.note}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {hint && <span className="hint">{hint}</span>}
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
