// Runs work one at a time: this makes writes serializable, and keeps stream records in the order of the commits.

export type Serial = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs each piece of work after the one before has settled, in the order of the calls. */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
