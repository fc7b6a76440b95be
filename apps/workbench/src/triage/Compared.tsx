/** Where an arrival is divided: a person who has read both says what this part is to an earlier matter. The rule proposes, nothing is chosen beforehand. */
import type { Earlier } from '../matter/EarlierMatters.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import type { RepeatFound } from './parts.ts';

interface ComparedProps {
  earlier: readonly Earlier[];
  value: RepeatFound | undefined;
  wrong: string | undefined;
  onChange: (repeat: RepeatFound | undefined) => void;
}

export function Compared({ earlier, value, wrong, onChange }: ComparedProps) {
  const chosen = earlier.find(({ no }) => no === value?.no);
  return (
    <>
      <SelectInput
        label="和先前哪一件对照过"
        cards={false}
        empty="没有对照，或者不是一回事"
        choices={earlier.map(({ no, title }) => ({ value: no, label: `${title}（${no}）` }))}
        value={value?.no ?? ''}
        onChange={(no) => onChange(no ? { no, found: '', grounds: value?.grounds ?? '' } : undefined)}
      />
      {value && chosen && (
        <>
          <SelectInput
            label="对照下来"
            required
            choices={findingsOf(chosen).map(({ label, note }, at) => ({ value: String(at), label, note }))}
            value={value.found}
            wrong={wrong && !value.found ? '看过两件的原文再选' : undefined}
            onChange={(found) => onChange({ ...value, found })}
          />
          <TextInput
            label="怎样对照的"
            required
            rows={2}
            max={2_000}
            value={value.grounds}
            wrong={wrong && value.grounds.trim().length < 2 ? '写哪些相同、哪些不同' : undefined}
            hint="哪些相同、哪些不同；信访人看得到，可以不同意"
            onChange={(grounds) => onChange({ ...value, grounds })}
          />
        </>
      )}
    </>
  );
}

/** What a person may find, and what that says of facts, reasons and promises: 新的事实 and 新的理由 are two answers. */
export function findingsOf({ proposals }: Earlier) {
  return proposals.flatMap(({ when, kind, name, does }) => {
    const same = { sameFacts: true, sameReasons: true, aboutPromise: kind === 'promiseNotKept', kind };
    if (kind !== 'newFacts') return [{ label: when, note: `${name}：${does}`, fields: same }];
    return [
      { label: '有新的事实', note: does, fields: { ...same, sameFacts: false } },
      { label: '事实相同，有新的理由', note: does, fields: { ...same, sameReasons: false } },
    ];
  });
}
