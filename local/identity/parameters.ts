/** A parameter of an authorization or sign-out request. The provider types all of them as unknown. */
export function textParameter(params: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = params?.[name];
  return typeof value === "string" ? value : undefined;
}
