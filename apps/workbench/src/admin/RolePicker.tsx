/** The roles somebody has in a unit. The system administrator has this one alone: who keeps accounts opens no content. */
import { Checkbox } from 'antd';
import { isMixOfAdminAndContent } from '#contexts/directory/domain/permissions.ts';
import { ALL_ROLES, ROLES, type Role } from '#kernel/roles.ts';

export function RolePicker({ value, onChange }: { value: readonly Role[]; onChange: (roles: readonly Role[]) => void }) {
  return (
    <fieldset className="roles whole">
      <legend className="lab">角色</legend>
      {ALL_ROLES.map((role) => (
        <Checkbox
          key={role}
          checked={value.includes(role)}
          onChange={({ target }) => onChange(target.checked ? [...value, role] : value.filter((each) => each !== role))}
        >
          {ROLES[role]}
        </Checkbox>
      ))}
      {isMixOfAdminAndContent(value) && (
        <span className="wrong" role="alert">
          系统管理员不能兼任别的角色：管账号的人不看信访内容。
        </span>
      )}
    </fieldset>
  );
}
