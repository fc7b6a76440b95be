/** Setting up or changing an organ. What the page showed goes along, so that nobody's change in between is written over. */
import { useState } from 'react';
import { Button } from 'antd';
import { type OrganBody, saveOrgan } from '#contexts/directory/contract.ts';
import { LEVELS, ORGAN_TYPES } from '#contexts/directory/domain/organ.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { todayInChina } from '../shared/dates.ts';
import { DateInput } from '../shared/fields/DateInput.tsx';
import { SelectInput } from '../shared/fields/SelectInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { UnitPicker } from '../shared/fields/UnitPicker.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useDraft } from '../shared/useDraft.ts';

const NAMES = [
  'name',
  'shortName',
  'type',
  'level',
  'division',
  'parent',
  'superiors',
  'discipline',
  'leadersDiscipline',
  'complaintsTo',
  'petitionDept',
  'duties',
  'address',
  'phones',
  'hours',
  'documentWord',
  'documentWords',
  'validFrom',
  'validTo',
  'successor',
] as const satisfies readonly (keyof OrganBody)[];

interface Common {
  done: () => void;
  cancel: () => void;
}

export function EditOrgan({ organ, refresh, ...rest }: Common & { organ: OrganBody & { unit: string; version: number }; refresh: () => void }) {
  const [region = '', slug = ''] = organ.unit.split('/');
  const given = Object.fromEntries(NAMES.flatMap((name) => (organ[name] === undefined ? [] : [[name, organ[name]]]))) as OrganBody;
  return <OrganForm title={`修改${organ.name}`} region={region} slug={slug} version={organ.version} given={given} refresh={refresh} {...rest} />;
}

export function NewOrgan({ region, parent, ...rest }: Common & { region: string; parent: string | undefined }) {
  const [slug, setSlug] = useState('');
  const given: OrganBody = {
    name: '',
    shortName: '',
    type: 'department',
    level: 'county',
    division: '',
    duties: [],
    superiors: [],
    petitionDept: false,
    address: '',
    phones: [],
    hours: '',
    documentWord: '',
    documentWords: {},
    validFrom: todayInChina(),
    ...(parent && { parent }),
  };
  return <OrganForm title="新设单位" region={region} slug={slug} onSlug={setSlug} version={0} given={given} {...rest} />;
}

interface OrganFormProps extends Common {
  title: string;
  region: string;
  slug: string;
  onSlug?: (slug: string) => void;
  version: number;
  given: OrganBody;
  refresh?: () => void;
}

function OrganForm({ title, region, slug, onSlug, version, given, done, cancel, refresh }: OrganFormProps) {
  const draft = useDraft<OrganBody>(`organ/${region}/${slug}/${version}`, given);
  const [tried, setTried] = useState(false);
  const value = draft.value;
  const need = (good: boolean, text: string) => (tried && !good ? text : undefined);
  const ready = () => {
    setTried(true);
    return value.name.trim().length >= 2 && value.shortName.trim() !== '' && /^\d{6,12}$/.test(value.division) && /^[a-z0-9-]+$/.test(slug);
  };

  return (
    <Sheet title={title} className="doing">
      <AskOnce
        label="保存"
        ask="保存后马上生效，并留痕。确定吗？"
        said={`已保存：${value.name}。`}
        ready={ready}
        send={async () => {
          await call(saveOrgan, { params: { region, slug }, body: { version, organ: value } });
          draft.forget();
        }}
        done={done}
        cancel={cancel}
        refresh={refresh}
      >
        <div className="fields two">
          <TextInput
            label="名称"
            required
            value={value.name}
            onChange={(name) => draft.set({ name })}
            max={120}
            wrong={need(value.name.trim().length >= 2, '写全称')}
          />
          <TextInput
            label="简称"
            required
            value={value.shortName}
            onChange={(shortName) => draft.set({ shortName })}
            max={40}
            wrong={need(value.shortName.trim() !== '', '写简称')}
          />
          {onSlug && (
            <TextInput
              label="代码（小写字母，定了不能改）"
              required
              value={slug}
              onChange={onSlug}
              max={60}
              wrong={need(/^[a-z0-9-]+$/.test(slug), '只能用小写字母、数字和短横')}
            />
          )}
          <SelectInput
            label="性质"
            cards={false}
            value={value.type}
            onChange={(type) => draft.set({ type: type as OrganBody['type'] })}
            choices={named(ORGAN_TYPES)}
          />
          <SelectInput
            label="层级"
            cards={false}
            value={value.level}
            onChange={(level) => draft.set({ level: level as OrganBody['level'] })}
            choices={named(LEVELS)}
          />
          <TextInput
            label="行政区划代码"
            required
            value={value.division}
            onChange={(division) => draft.set({ division })}
            max={12}
            wrong={need(/^\d{6,12}$/.test(value.division), '6 到 12 位数字')}
          />
          <UnitPicker label="归谁管" value={value.parent} onChange={(parent) => draft.replace(without(value, 'parent', parent))} />
          <UnitPicker
            label="业务上的上级（和上面不同时填）"
            value={value.superiors[0]}
            onChange={(superior) => draft.set({ superiors: [...(superior ? [superior] : []), ...value.superiors.slice(1)] })}
          />
          <TextInput label="地址" value={value.address} onChange={(address) => draft.set({ address })} max={200} />
          <TextInput
            label="电话（几个用空格隔开）"
            value={value.phones.join(' ')}
            onChange={(text) => draft.set({ phones: text.split(/\s+/).filter(Boolean) })}
          />
          <TextInput label="办公时间" value={value.hours} onChange={(hours) => draft.set({ hours })} max={200} />
          <TextInput label="机关代字" value={value.documentWord} onChange={(documentWord) => draft.set({ documentWord })} max={20} hint="文号的头，如：清信" />
          <DateInput label="从哪天起" value={value.validFrom} onChange={(validFrom) => draft.set({ validFrom })} />
          <DateInput label="到哪天撤并（没有就空着）" value={value.validTo} onChange={(validTo) => draft.replace(without(value, 'validTo', validTo))} />
          <UnitPicker label="撤并后由谁接着办" value={value.successor} onChange={(successor) => draft.replace(without(value, 'successor', successor))} />
        </div>
        <Duties value={value.duties} slug={slug} onChange={(duties) => draft.set({ duties })} />
      </AskOnce>
    </Sheet>
  );
}

function Duties({ value, slug, onChange }: { value: OrganBody['duties']; slug: string; onChange: (duties: OrganBody['duties']) => void }) {
  const change = (at: number, part: Partial<OrganBody['duties'][number]>) => onChange(value.map((duty, place) => (place === at ? { ...duty, ...part } : duty)));
  return (
    <div className="stack tight">
      <h3>权责清单</h3>
      {value.map((duty, at) => (
        <div key={duty.id} className="fields three">
          <TextInput label="职责" value={duty.title} onChange={(title) => change(at, { title })} max={200} />
          <TextInput
            label="群众会用的词（空格隔开）"
            value={duty.words.join(' ')}
            onChange={(text) => change(at, { words: text.split(/[\s、]+/).filter(Boolean) })}
          />
          <TextInput label="依据" value={duty.basis ?? ''} onChange={(basis) => change(at, { basis })} max={200} />
          <div>
            <Button onClick={() => onChange(value.filter((_, place) => place !== at))} aria-label={`去掉：${duty.title || '这一条'}`}>
              去掉
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...value, { id: `${slug || 'unit'}-${crypto.randomUUID().slice(0, 6)}`, title: '', words: [] }])}>再加一条职责</Button>
      </div>
    </div>
  );
}

const named = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([value, label]) => ({ value, label }));

function without<K extends keyof OrganBody>(organ: OrganBody, name: K, value: OrganBody[K] | undefined): OrganBody {
  const { [name]: _, ...rest } = organ;
  return (value ? { ...rest, [name]: value } : rest) as OrganBody;
}
