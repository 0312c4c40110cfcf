// Expressions are parsed once: a program has few of them, and asks each with other values many thousand times.

/** What dynalite's parsers are told of a request, and tell of what they used. */
interface Context {
  attrNames?: Record<string, string>;
  attrVals?: Record<string, Record<string, unknown>>;
  unusedAttrNames: Record<string, true>;
  unusedAttrVals: Record<string, true>;
  isKeyCondition?: boolean;
}

export interface ExpressionParser {
  /** The parsed expression with its names and values in it, or what is wrong with it. */
  parse(text: string, options: { context: Context }): unknown;
}

interface Parsed {
  /** The tree, with the name of each value in its place. */
  tree: unknown;
  usedNames: string[];
  usedValues: string[];
}

/** Stands in a tree for the value of that name. */
class Value {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Whether these are right depends on values, not on their types alone. */
const OF_VALUES = /\bbetween\b|attribute_type/i;
const MOST = 1_000;

/** Makes the parser remember what it has parsed. What is wrong is found anew each time. */
export function remember(parser: ExpressionParser): void {
  const parse = parser.parse.bind(parser);
  const parsed = new Map<string, Parsed>();

  parser.parse = (text, { context }) => {
    if (OF_VALUES.test(text)) return parse(text, { context });
    const { attrNames = {}, attrVals = {}, isKeyCondition } = context;
    const types = Object.entries(attrVals).map(([name, value]) => `${name} ${Object.keys(value)[0]}`);
    const key = JSON.stringify([text, attrNames, types, isKeyCondition]);
    let found = parsed.get(key);
    if (!found) {
      const unused = { unusedAttrNames: asUnused(attrNames), unusedAttrVals: asUnused(attrVals) };
      // An object for each name, since a value is known by it.
      const own = Object.entries(attrVals).map(([name, value]) => [name, { ...value }] as const);
      const names = new Map<object, string>(own.map(([name, value]) => [value, name]));
      const tree = parse(text, { context: { ...context, ...unused, attrVals: Object.fromEntries(own) } });
      if (typeof tree === "string") return tree;
      found = {
        tree: copy(tree, (node) => {
          const name = names.get(node);
          return name && new Value(name);
        }),
        usedNames: Object.keys(attrNames).filter((name) => !unused.unusedAttrNames[name]),
        usedValues: Object.keys(attrVals).filter((name) => !unused.unusedAttrVals[name]),
      };
      if (parsed.size >= MOST) parsed.clear();
      parsed.set(key, found);
    }
    for (const name of found.usedNames) delete context.unusedAttrNames[name];
    for (const name of found.usedValues) delete context.unusedAttrVals[name];
    return copy(found.tree, (node) => (node instanceof Value ? attrVals[node.name] : undefined));
  };
}

const asUnused = (all: object): Record<string, true> =>
  Object.fromEntries(Object.keys(all).map((name) => [name, true]));

/** A deep copy: who gets a tree changes it. `instead` may give something else for a node. */
function copy(node: unknown, instead: (node: object) => unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  const other = instead(node);
  if (other !== undefined) return other;
  if (Array.isArray(node)) return node.map((each) => copy(each, instead));
  const made = Object.create(Object.getPrototypeOf(node)) as Record<string, unknown>;
  for (const [name, each] of Object.entries(node)) made[name] = copy(each, instead);
  return made;
}
