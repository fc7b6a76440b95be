/** A letter that asks and accuses: how its asking parts will read once the rest is blacked out, and which attachments may stay with them. */
import { Checkbox } from 'antd';
import { BAR, blackOut } from '#contexts/intake/domain/black-out.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Note } from '../shared/Note.tsx';
import type { PartDraft } from '../triage/parts.ts';
import { BARE } from './acts/form.tsx';
import { type MixedChoice, wordsIn } from './mixed.ts';

interface MixedLetterProps {
  parts: readonly PartDraft[];
  files: readonly { readonly index: number; readonly name: string }[];
  value: MixedChoice;
  onChange: (change: Partial<MixedChoice>) => void;
}

export function MixedLetter({ parts, files, value: { blackOut: typed = '', release = [] }, onChange }: MixedLetterProps) {
  const hidden = {
    accusing: parts.filter(({ accusation }) => accusation).flatMap(({ title, text, claims }) => [title, text, ...claims]),
    words: wordsIn(typed),
  };
  const shown = parts.filter(({ accusation }) => !accusation).map(({ title, text }) => ({ title: blackOut(title, hidden), text: blackOut(text, hidden) }));
  const isQuoted = hidden.accusing.some((said) => said.trim() !== '');
  return (
    <section className="part" aria-label="涂黑以后">
      <header>
        <b>办理单位看到的，是涂黑以后的这些</b>
      </header>
      <div className="fields">
        {!isQuoted && (
          <Note kind="care" quiet title="还什么也没有涂黑">
            检举控告的那一件还没有引它的话。先引来，下面才会涂黑。
          </Note>
        )}
        {shown.map(({ title, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the name
          <blockquote key={at} className="voice">
            <b>{title}</b>
            <br />
            {text}
          </blockquote>
        ))}
        <TextInput
          label="另外还要涂黑的词（没有不填）"
          value={typed}
          onChange={(blackOutTyped) => onChange({ blackOut: blackOutTyped })}
          max={400}
          hint={`如被反映人的姓名、职务，用空格隔开，都换成${BAR}`}
        />
        {files.length > 0 && (
          <fieldset className="fld whole stack tight" style={BARE} aria-label="放行附件">
            <span className="lab">附件都随密件走；确实与检举无关的，逐个放行</span>
            {files.map(({ index, name }) => (
              <Checkbox
                key={index}
                checked={release.includes(index)}
                onChange={({ target }) => onChange({ release: target.checked ? [...release, index] : release.filter((one) => one !== index) })}
              >
                {name}：看过了，与检举无关，留给办理单位
              </Checkbox>
            ))}
          </fieldset>
        )}
      </div>
    </section>
  );
}
