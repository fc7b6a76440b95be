import type { FunctionComponent } from 'react';
import { AS, EARLIER, MOST_CLAIMS, MOST_PEOPLE, NAMED, PURPOSES, WAYS, WHOM, type Answers } from '#contexts/intake/portal/domain/answers.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { Step } from '#contexts/intake/portal/domain/steps.ts';
import { Choices, Field, type Mistake } from '../parts/Fields.tsx';
import { wordsOf, type Words } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly answers: Answers;
  readonly mistakes: readonly Mistake[];
}

const words = (frame: Frame): Words['file'] => wordsOf(frame).file;
const options = <V extends string>(values: readonly V[], texts: Readonly<Record<V, readonly string[] | string>>) =>
  values.map((value) => {
    const text = texts[value];
    const [label = '', hint = ''] = typeof text === 'string' ? [text] : text;
    return hint ? { value, label, hint } : { value, label };
  });

/** 1, 2, 3 … */
const ordinals = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** The fields of each question. */
export const QUESTIONS: Record<Exclude<Step, 'files'>, FunctionComponent<Props>> = {
  purpose: ({ frame, answers, mistakes }) => (
    <Choices
      frame={frame}
      name="purpose"
      legend={words(frame).purpose.title}
      hidden
      options={options(PURPOSES, words(frame).purpose.options)}
      chosen={[answers.purpose ?? '']}
      mistakes={mistakes}
    />
  ),
  story: ({ frame, answers, mistakes }) => {
    const { story } = words(frame);
    return (
      <>
        <Field frame={frame} id="story" kind="area" rows={10} label={story.label} hint={story.hint} value={answers.story ?? ''} mistakes={mistakes} />
        <Field frame={frame} id="title" label={story.heading} hint={story.headingHint} value={answers.title ?? ''} mistakes={mistakes} />
      </>
    );
  },
  place: ({ frame, answers, mistakes }) => {
    const { place } = words(frame);
    return (
      <>
        {frame.site.towns.length > 0 && (
          <div className="field">
            <label htmlFor="town">{place.town}</label>
            <select className="input mid" id="town" name="town" defaultValue={answers.town ?? ''}>
              <option value="">{place.noTown}</option>
              {frame.site.towns.map((town) => (
                <option key={town} value={town}>
                  {town}
                </option>
              ))}
            </select>
          </div>
        )}
        <Field frame={frame} id="where" label={place.where} hint={place.hint} value={answers.where ?? ''} mistakes={mistakes} />
      </>
    );
  },
  claims: ({ frame, answers, mistakes }) => {
    const { claims } = words(frame);
    const said = answers.claims ?? [];
    const room = Math.min(MOST_CLAIMS, Math.max(2, said.length + (said.at(-1) === '' ? 0 : 1)));
    const hint = answers.purpose === 'suggestion' ? claims.hintSuggestion : answers.purpose === 'seek' ? claims.hint : `${claims.hint}${claims.hintFree}`;
    return (
      <>
        <p className="hint">{hint}</p>
        {ordinals(room).map((no) => (
          <Field
            key={no}
            frame={frame}
            id={`claim-${no}`}
            name="claim"
            kind="area"
            rows={2}
            className="claim"
            label={claims.label(no)}
            value={said[no - 1] ?? ''}
            mistakes={mistakes}
          />
        ))}
        {room === MOST_CLAIMS && <p className="hint">{claims.full(MOST_CLAIMS)}</p>}
        {room < MOST_CLAIMS && (
          <p id="more">
            <button type="submit" name="then" value="more" className="btn plain">
              {claims.more}
            </button>
          </p>
        )}
      </>
    );
  },
  earlier: ({ frame, answers, mistakes }) => {
    const { earlier } = words(frame);
    return (
      <>
        <Choices
          frame={frame}
          name="earlier"
          legend={earlier.title}
          hidden
          options={options(EARLIER, earlier.options)}
          chosen={[answers.earlier ?? '']}
          mistakes={mistakes}
        />
        <Field
          frame={frame}
          id="earlierWhere"
          kind="area"
          rows={3}
          label={earlier.where}
          hint={earlier.hint}
          value={answers.earlierWhere ?? ''}
          mistakes={mistakes}
        />
      </>
    );
  },
  whom: ({ frame, answers, mistakes }) => (
    <Choices
      frame={frame}
      name="whom"
      legend={words(frame).whom.title}
      hidden
      options={options(WHOM, words(frame).whom.options)}
      chosen={[answers.whom ?? '']}
      mistakes={mistakes}
    />
  ),
  group: ({ frame, answers, mistakes }) => {
    const { group } = words(frame);
    return (
      <>
        <Field frame={frame} id="count" label={group.count} hint={group.countHint} value={answers.count ?? ''} className="short" mistakes={mistakes} />
        <fieldset className="field">
          <legend>{group.people}</legend>
          <p className="hint">{group.peopleHint}</p>
          {ordinals(MOST_PEOPLE).map((no) => (
            <div className="pair" key={no}>
              <Field
                frame={frame}
                id={`person-${no}`}
                name="person"
                label={group.person(no)}
                value={answers.people?.[no - 1]?.name ?? ''}
                mistakes={mistakes}
              />
              <Field
                frame={frame}
                id={`person-${no}-phone`}
                name="personPhone"
                kind="tel"
                label={group.phone(no)}
                value={answers.people?.[no - 1]?.phone ?? ''}
                mistakes={mistakes}
              />
            </div>
          ))}
        </fieldset>
      </>
    );
  },
  agent: ({ frame, answers, mistakes }) => {
    const { agent } = words(frame);
    return (
      <>
        <Choices frame={frame} name="as" legend={agent.as} options={options(AS, agent.options)} chosen={[answers.as ?? '']} mistakes={mistakes} />
        <Field frame={frame} id="principal" label={agent.principal} value={answers.principal ?? ''} className="mid" mistakes={mistakes} />
      </>
    );
  },
  contact: ({ frame, answers, mistakes }) => {
    const { contact } = words(frame);
    return (
      <>
        <Choices
          frame={frame}
          name="named"
          legend={contact.title}
          hidden
          options={options(NAMED, contact.options)}
          chosen={[answers.named ?? '']}
          mistakes={mistakes}
        />
        <Field
          frame={frame}
          id="name"
          label={contact.name}
          hint={contact.nameHint}
          value={answers.name ?? ''}
          className="mid"
          autoComplete="name"
          mistakes={mistakes}
        />
        <Field
          frame={frame}
          id="idNumber"
          label={contact.id}
          hint={contact.idHint}
          value={answers.idNumber ?? ''}
          className="mid"
          autoComplete="off"
          mistakes={mistakes}
        />
      </>
    );
  },
  way: ({ frame, answers, mistakes }) => {
    const { way } = words(frame);
    return (
      <>
        <Field frame={frame} id="phone" kind="tel" label={way.phone} hint={way.phoneHint} value={answers.phone ?? ''} autoComplete="tel" mistakes={mistakes} />
        <Choices
          frame={frame}
          name="way"
          legend={way.legend}
          hint={way.hint}
          options={options(WAYS, way.options)}
          chosen={[answers.way ?? '']}
          mistakes={mistakes}
        />
      </>
    );
  },
  address: ({ frame, answers, mistakes }) => {
    const { address } = words(frame);
    return (
      <Field
        frame={frame}
        id="address"
        label={address.label}
        hint={address.hint}
        value={answers.address ?? ''}
        autoComplete="street-address"
        mistakes={mistakes}
      />
    );
  },
};
