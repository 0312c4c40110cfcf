// The figures of a suite, and the arithmetic that the suites share.

/** Values by flat name, such as `api.p99_ms@listTasks`. */
export type Results = Record<string, number>;

/** The value that `share` (0 to 1) of the values do not exceed. */
export const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

export const round = (value: number, decimals = 3): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;
