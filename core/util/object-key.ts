// Keys of objects. All objects of a tenant have one prefix.

export const objectPrefix = (tenantId: string): string => `t/${tenantId}/`;
