// Chooses a role among those that one may give.
import { outranks, type Role, ranks } from "../ranks.ts";
import { Field, Select } from "../ui/field.tsx";
import { roleDeeds, roleWords } from "./words.ts";

interface Props {
  /** The role of who chooses. */
  mine: Role;
  value: Role;
  onChange(role: Role): void;
  error?: string;
}

export function RoleField({ mine, value, onChange, error }: Props) {
  const given = ranks.filter((role) => outranks(mine, role)).toReversed();
  return (
    <Field label="Role" hint={roleDeeds[value]} error={error}>
      {(attributes) => (
        <Select
          {...attributes}
          value={value}
          onChange={({ target }) => onChange(given.find((role) => role === target.value) ?? value)}
        >
          {given.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
