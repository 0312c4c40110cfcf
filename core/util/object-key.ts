// Where a tenant's files are kept: everything of a tenant is below one prefix.

export const objectPrefix = (tenantId: string): string => `t/${tenantId}/`;
