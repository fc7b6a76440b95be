/** One thing out of an arrival: what happened, its own words, its claims, and what it is. The same number and line stand at the original. */
import { Button, Checkbox } from 'antd';
import { FORMS } from '#contexts/casework/domain/forms.ts';
import { CategoriesInput, CategoryInput } from '../act/CategoryInput.tsx';
import type { About, FormField } from '../act/form.ts';
import { LinesInput } from '../shared/fields/LinesInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Note } from '../shared/Note.tsx';
import type { Earlier } from '../matter/EarlierMatters.tsx';
import { Compared } from './Compared.tsx';
import { CLAIMS, KIND_OF, type PartDraft, wrongIn } from './parts.ts';

interface PartEditorProps {
  at: number;
  part: PartDraft;
  tried: boolean;
  onChange: (change: Partial<PartDraft>) => void;
  onRemove?: (() => void) | undefined;
  maySeal?: boolean;
  earlier?: readonly Earlier[]; // matters of the same petitioner that were found to compare with
}

const NOWHERE: About = { region: '', unit: '', claims: [] };
const CLASSIFY = new Map((FORMS.classify?.fields ?? []).map((field) => [field.name, field]));
const choices = (name: string) => (CLASSIFY.get(name)?.options ?? []).map(({ value, label, hint }) => ({ value, label, note: hint }));
const field = (name: string): FormField => ({ ...CLASSIFY.get(name)!, required: false });

export function PartEditor({ at, part, tried, onChange, onRemove, maySeal = true, earlier = [] }: PartEditorProps) {
  const wrong = tried ? wrongIn(part) : {};
  return (
    <section className={`part ${at % 2 ? 'two' : ''}`} aria-label={`事 ${at + 1}`}>
      <header>
        <b className="nw">事 {at + 1}</b>
        <span className="right" />
        {onRemove && (
          <Button onClick={onRemove} aria-label={`去掉事 ${at + 1}`}>
            去掉
          </Button>
        )}
      </header>
      <div className="fields">
        <TextInput
          label="标题：发生了什么"
          required
          value={part.title}
          onChange={(title) => onChange({ title })}
          max={80}
          wrong={wrong.title}
          placeholder="如：村口到小学的路灯坏了六盏"
        />
        <TextInput
          label="原文里说这件事的话"
          required
          rows={3}
          value={part.text}
          onChange={(text) => onChange({ text })}
          max={20_000}
          wrong={wrong.text}
          hint="在左边选中那几句，按“引到这件”"
        />
        {maySeal && (
          <Checkbox checked={part.accusation} onChange={({ target }) => onChange({ accusation: target.checked })}>
            这是检举控告，移入密件
          </Checkbox>
        )}
        {part.accusation ? (
          <Note kind="info" quiet title="移入密件后，这里不再有它的一个字。">
            只有密件专人看得到；被反映的人和单位看不到。写信人和原件里的这部分一并移走。
          </Note>
        ) : (
          <>
            <LinesInput label="要求什么（一项一行，以后逐项答复）" noun="诉求" {...CLAIMS} value={part.claims} onChange={(claims) => onChange({ claims })} />
            <Checkbox checked={part.now} onChange={({ target }) => onChange({ now: target.checked })}>
              现在就定种类和分类
            </Checkbox>
            {part.now && <Kinds part={part} wrong={wrong} onChange={onChange} />}
            {earlier.length > 0 && <Compared earlier={earlier} value={part.repeat} wrong={wrong.repeat} onChange={(repeat) => onChange({ repeat })} />}
          </>
        )}
      </div>
    </section>
  );
}

function Kinds({ part, wrong, onChange }: { part: PartDraft; wrong: ReturnType<typeof wrongIn>; onChange: (change: Partial<PartDraft>) => void }) {
  return (
    <>
      <SelectInput
        label="信访目的"
        required
        cards={false}
        choices={choices('purpose')}
        value={part.purpose}
        wrong={wrong.purpose}
        onChange={(purpose) => onChange({ purpose, ...(KIND_OF[purpose] && { kind: KIND_OF[purpose] }) })}
      />
      <SelectInput label="种类" required choices={choices('kind')} value={part.kind} wrong={wrong.kind} onChange={(kind) => onChange({ kind })} />
      <CategoryInput
        field={{ ...field('category'), required: true }}
        value={part.category}
        onChange={(category) => onChange({ category: String(category) })}
        about={NOWHERE}
        wrong={wrong.category}
      />
      <CategoriesInput field={field('also')} value={part.also} onChange={(also) => onChange({ also: also as string[] })} about={NOWHERE} />
      <div className="acts">
        <Checkbox checked={part.firstTime ?? true} onChange={({ target }) => onChange({ firstTime: target.checked })}>
          初次信访
        </Checkbox>
        <Checkbox checked={part.litigation ?? false} onChange={({ target }) => onChange({ litigation: target.checked })}>
          涉法涉诉
        </Checkbox>
        <Checkbox checked={part.general ?? false} onChange={({ target }) => onChange({ general: target.checked })}>
          一般信访事项
        </Checkbox>
      </div>
    </>
  );
}
