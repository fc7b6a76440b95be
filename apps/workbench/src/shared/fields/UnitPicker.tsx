/** Which unit: the tree of the directory, searched by name; and what the list of duties proposes for these words. A person decides. */
import { useQuery } from '@tanstack/react-query';
import { Button, TreeSelect } from 'antd';
import { useState } from 'react';
import { findOrgans, listOrgans, type OrganHit, type OrganNode } from '#contexts/directory/contract.ts';
import { call } from '../call.ts';
import { Trouble } from '../Trouble.tsx';
import { Field } from './Field.tsx';

interface UnitPickerProps {
  label: string;
  value: string | undefined;
  onChange: (unit: string | undefined) => void;
  required?: boolean | undefined;
  hint?: string | undefined;
  wrong?: string | undefined;
  words?: string | undefined; // of the matter: the duty list is searched by them
  without?: readonly string[]; // units that cannot be chosen here
  only?: 'petitionDept';
  onDuty?: ((title: string) => void) | undefined; // the line of the duty list by which it was found
}

export const useOrgans = () => useQuery({ queryKey: ['organs'], queryFn: () => call(listOrgans, {}), staleTime: 5 * 60_000 });

export function UnitPicker({ label, value, onChange, required, hint, wrong, words, without = [], only, onDuty }: UnitPickerProps) {
  const organs = useOrgans();
  const offered = (organs.data ?? []).filter((organ) => !only || organ[only]);
  const [searching, setSearching] = useState(false);
  const [expanded, setExpanded] = useState<string[]>(); // by hand; else everything, where it is searched or small: also when the tree comes after the first key
  const all = offered.map(({ unit }) => unit);
  return (
    <div className="stack tight whole">
      <Field label={label} required={required} hint={hint} wrong={wrong}>
        {(ids) => (
          <TreeSelect
            {...ids}
            {...(wrong && { status: 'warning' as const })}
            showSearch={{
              treeNodeFilterProp: 'search',
              onSearch: (typed) => {
                setSearching(typed !== '');
                setExpanded(undefined);
              },
            }}
            allowClear
            treeData={treeOf(offered, without)}
            treeExpandedKeys={expanded ?? (searching || all.length < 60 ? all : [])}
            onTreeExpand={(keys) => setExpanded(keys.map(String))}
            loading={organs.isPending}
            value={value || undefined}
            onChange={(unit) => onChange(unit)}
            placeholder="打单位名称里的字，或者从树里选"
            style={{ width: '100%' }}
            listHeight={360}
          />
        )}
      </Field>
      {organs.error && <Trouble error={organs.error} again={() => organs.refetch()} />}
      {words && (
        <DutyHits
          words={words}
          chosen={value}
          onChoose={(hit) => {
            onChange(hit.unit);
            if (hit.duty) onDuty?.(hit.duty.title);
          }}
          without={without}
        />
      )}
    </div>
  );
}

interface TreeNode {
  value: string;
  title: string;
  search: string;
  disabled: boolean;
  children: TreeNode[];
}

export function treeOf(organs: readonly OrganNode[], without: readonly string[] = []): TreeNode[] {
  const here = new Set(organs.map(({ unit }) => unit));
  const below = Map.groupBy(organs, ({ parent }) => (parent && here.has(parent) ? parent : ''));
  const hang = (parent: string): TreeNode[] =>
    (below.get(parent) ?? []).map(({ unit, name, shortName, closed }) => ({
      value: unit,
      title: closed ? `${name}（已撤并）` : name,
      search: `${name} ${shortName}`,
      disabled: closed || without.includes(unit),
      children: hang(unit),
    }));
  return hang('');
}

/** 建议, with the line of the duty list that each comes from. Never chosen by itself. */
function DutyHits({
  words,
  chosen,
  onChoose,
  without,
}: {
  words: string;
  chosen: string | undefined;
  onChoose: (hit: OrganHit) => void;
  without: readonly string[];
}) {
  const [all, setAll] = useState(false);
  const hits = useQuery({ queryKey: ['duties', words], queryFn: () => call(findOrgans, { body: { words: words.slice(0, 4000) } }), staleTime: 60_000 });
  const open = (hits.data ?? []).filter(({ unit }) => !without.includes(unit));
  if (open.length === 0) return null;

  return (
    <div className="near">
      <p className="small">
        <b>建议</b> <span className="mute">按权责清单里的词找到的，请您判断</span>
      </p>
      <ul className="stack tight">
        {open.slice(0, all ? 20 : 3).map((hit) => (
          <Hit key={hit.unit} hit={hit} chosen={hit.unit === chosen} onChoose={onChoose} />
        ))}
      </ul>
      {open.length > 3 && !all && (
        <button type="button" className="textual" onClick={() => setAll(true)}>
          再看 {open.length - 3} 个
        </button>
      )}
    </div>
  );
}

function Hit({ hit, chosen, onChoose }: { hit: OrganHit; chosen: boolean; onChoose: (hit: OrganHit) => void }) {
  return (
    <li style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <span className="ttl">{hit.name}</span>
        <span className="sub">
          {hit.duty ? `${hit.duty.title}${hit.duty.basis ? `（${hit.duty.basis}）` : ''} · ` : ''}命中：{hit.words.join('、')}
        </span>
      </div>
      <Button onClick={() => onChoose(hit)} aria-pressed={chosen} aria-label={`${chosen ? '已选' : '选它'}：${hit.name}`}>
        {chosen ? '已选' : '选它'}
      </Button>
    </li>
  );
}
