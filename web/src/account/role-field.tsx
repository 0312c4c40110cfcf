// Chooses a role among those that the person may give.
import { outranks, type Role, roles } from "../roles.ts";
import { SelectField } from "../ui/field.tsx";
import { roleDescriptions, roleLabels } from "./labels.ts";

interface Props {
  /** The role of the person who chooses. */
  grantedBy: Role;
  value: Role;
  onChange(role: Role): void;
  error?: string;
}

export function RoleField({ grantedBy, value, onChange, error }: Props) {
  const options = roles
    .filter((role) => outranks(grantedBy, role))
    .toReversed()
    .map((role) => ({ value: role, label: roleLabels[role] }));
  return (
    <SelectField
      label="Role"
      hint={roleDescriptions[value]}
      options={options}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
