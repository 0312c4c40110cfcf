// What a person may do in an account: their role, and the workspaces they see.
import { fieldError } from "../api.ts";
import { hasRole, type Role } from "../roles.ts";
import { RoleField } from "./role-field.tsx";
import { WorkspaceChoice } from "./workspace-choice.tsx";

export interface Access {
  role: Role;
  /** The only workspaces they see. Undefined: all of them. */
  tenantIds: string[] | undefined;
}

/** Admins and owners see every workspace. */
export const isLimitable = ({ role }: Access): boolean => !hasRole(role, "admin");

/** Whether “some workspaces” was chosen, but none of them. */
export const lacksWorkspace = (access: Access): boolean =>
  isLimitable(access) && access.tenantIds?.length === 0;

/** Whether the API refused one of these fields, so that the reason stands beside it. */
export const hasAccessError = (error: unknown): boolean =>
  ["role", "tenantIds"].some((field) => fieldError(error, field));

interface Props {
  accountId: string;
  /** The role of the person who gives the access. */
  grantedBy: Role;
  access: Access;
  onChange(access: Access): void;
  error: unknown;
}

export function AccessFields({ accountId, grantedBy, access, onChange, error }: Props) {
  return (
    <>
      <RoleField
        grantedBy={grantedBy}
        value={access.role}
        onChange={(role) => onChange({ ...access, role })}
        error={fieldError(error, "role", "This role")}
      />
      {isLimitable(access) && (
        <WorkspaceChoice
          accountId={accountId}
          chosen={access.tenantIds}
          onChange={(tenantIds) => onChange({ ...access, tenantIds })}
          error={fieldError(error, "tenantIds", "This choice")}
        />
      )}
    </>
  );
}
