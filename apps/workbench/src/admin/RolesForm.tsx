/** Post and roles of somebody in a unit; no role at all ends acting for it. */
import { useState } from 'react';
import { type Account, setRoles, type Waiting } from '#contexts/directory/contract.ts';
import { isMixOfAdminAndContent } from '#contexts/directory/domain/permissions.ts';
import { ROLES, SEALED_ROLES, type Role } from '#kernel/roles.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { UnitPicker } from '../shared/fields/UnitPicker.tsx';
import { RolePicker } from './RolePicker.tsx';

interface RolesFormProps {
  account: Account;
  waits: (reply: { waiting?: Waiting }) => void;
  done: () => void;
  cancel: () => void;
}

export function RolesForm({ account, waits, done, cancel }: RolesFormProps) {
  const first = account.posts[0];
  const [unit, setUnit] = useState(first?.unit ?? '');
  const [post, setPost] = useState(first?.post ?? '');
  const [roles, setChosen] = useState<readonly Role[]>(first?.roles ?? []);
  const [tried, setTried] = useState(false);
  const { region, person, name } = account;

  const choose = (next: string | undefined) => {
    const there = account.posts.find((each) => each.unit === next);
    setUnit(next ?? '');
    setPost(there?.post ?? '');
    setChosen(there?.roles ?? []);
  };
  const had = account.posts.find((each) => each.unit === unit)?.roles ?? [];
  const opening = SEALED_ROLES.filter((role) => roles.includes(role) && !had.includes(role));
  return (
    <AskOnce
      label="保存角色"
      ask={opening.length > 0 ? sayOpening(name, opening) : roles.length === 0 ? `${name}不再代表这个单位。确定吗？` : `${name}的角色马上生效。确定吗？`}
      said={opening.length > 0 ? '已提出，等另一人同意。' : '角色已保存。'}
      ready={() => {
        setTried(true);
        return unit !== '' && post.trim() !== '' && !isMixOfAdminAndContent(roles);
      }}
      send={async () => waits(await call(setRoles, { params: { region, person }, body: { unit, post: post.trim(), roles: [...roles] } }))}
      done={done}
      cancel={cancel}
    >
      <div className="fields">
        <UnitPicker label="单位" required value={unit} onChange={choose} wrong={tried && !unit ? '选单位' : undefined} />
        <TextInput label="职务" required value={post} onChange={setPost} max={60} wrong={tried && !post.trim() ? '写职务' : undefined} />
        <RolePicker value={roles} onChange={setChosen} />
      </div>
    </AskOnce>
  );
}

const sayOpening = (name: string, opening: readonly Role[]) =>
  `${opening.map((role) => ROLES[role]).join('、')}能看检举控告，要另一位经办人同意，${name}才有这个角色；其余的马上生效。现在提出吗？`;
