// Chooses a role among those that the person may give.
import { outranks, type Role, ranks } from "../ranks.ts";
import { Field, Select } from "../ui/field.tsx";
import { roleDeeds, roleWords } from "./words.ts";

interface Props {
  /** The role of the person who chooses. */
  grantedBy: Role;
  value: Role;
  onChange(role: Role): void;
  error?: string;
}

export function RoleField({ grantedBy, value, onChange, error }: Props) {
  const options = ranks.filter((role) => outranks(grantedBy, role)).toReversed();
  return (
    <Field label="Role" hint={roleDeeds[value]} error={error}>
      {(attributes) => (
        <Select
          {...attributes}
          value={value}
          onChange={({ target }) => onChange(options.find((role) => role === target.value) ?? value)}
        >
          {options.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
