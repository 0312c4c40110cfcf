// The deployed platform's settings: environment variables that infra/ gives to each function.

/** The setting's value. Throws, naming it, where a function was deployed without it. */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

// Modules call the next two when they load. A bundle drops the calls whose results it does not use.

/** The value of `load`, which is called once, when the value is first needed. */
/* @__NO_SIDE_EFFECTS__ */
export function once<T>(load: () => T): () => T {
  let loaded: { value: T } | undefined;
  return () => {
    loaded ??= { value: load() };
    return loaded.value;
  };
}

/** An object whose content is loaded when one of its properties is first read: settings may be missing until then. */
/* @__NO_SIDE_EFFECTS__ */
export function lazy<T extends object>(load: () => T, empty: T): T {
  const loaded = once(load);
  return new Proxy(empty, {
    get: (_, key) => Reflect.get(loaded(), key),
    has: (_, key) => Reflect.has(loaded(), key),
  });
}
