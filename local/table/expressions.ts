// Caches parsed expressions: a program has few of them, and sends each thousands of times with other values.

/** What a request gives to dynalite's parsers; they delete the names and values that they have used. */
interface Context {
  attrNames?: Record<string, string>;
  attrVals?: Record<string, Record<string, unknown>>;
  unusedAttrNames: Record<string, true>;
  unusedAttrVals: Record<string, true>;
  isKeyCondition?: boolean;
}

export interface ExpressionParser {
  /** Returns the parsed expression with its names and values in it, or a string that says what is wrong. */
  parse(text: string, options: { context: Context }): unknown;
}

interface Parsed {
  /** The tree, with a `Placeholder` instead of each value. */
  tree: unknown;
  usedNames: string[];
  usedValues: string[];
}

/** Stands in a tree for the value of that name. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Expressions whose validity depends on the values themselves, not only on their types. */
const DEPENDS_ON_VALUES = /\bbetween\b|attribute_type/i;
const MAX_CACHED = 1_000;

/** Makes the parser remember what it has parsed. Invalid expressions are not remembered. */
export function cacheParsed(parser: ExpressionParser): void {
  const parse = parser.parse.bind(parser);
  const parsed = new Map<string, Parsed>();

  parser.parse = (text, { context }) => {
    if (DEPENDS_ON_VALUES.test(text)) return parse(text, { context });
    const { attrNames = {}, attrVals = {}, isKeyCondition } = context;
    const types = Object.entries(attrVals).map(([name, value]) => `${name} ${Object.keys(value)[0]}`);
    const key = JSON.stringify([text, attrNames, types, isKeyCondition]);
    let found = parsed.get(key);
    if (!found) {
      const unused = { unusedAttrNames: asUnused(attrNames), unusedAttrVals: asUnused(attrVals) };
      // A copy for each name: the tree is searched for values by identity.
      const own = Object.entries(attrVals).map(([name, value]) => [name, { ...value }] as const);
      const names = new Map<object, string>(own.map(([name, value]) => [value, name]));
      const tree = parse(text, { context: { ...context, ...unused, attrVals: Object.fromEntries(own) } });
      if (typeof tree === "string") return tree;
      found = {
        tree: copy(tree, (node) => {
          const name = names.get(node);
          return name && new Placeholder(name);
        }),
        usedNames: Object.keys(attrNames).filter((name) => !unused.unusedAttrNames[name]),
        usedValues: Object.keys(attrVals).filter((name) => !unused.unusedAttrVals[name]),
      };
      if (parsed.size >= MAX_CACHED) parsed.clear();
      parsed.set(key, found);
    }
    for (const name of found.usedNames) delete context.unusedAttrNames[name];
    for (const name of found.usedValues) delete context.unusedAttrVals[name];
    return copy(found.tree, (node) => (node instanceof Placeholder ? attrVals[node.name] : undefined));
  };
}

const asUnused = (all: object): Record<string, true> =>
  Object.fromEntries(Object.keys(all).map((name) => [name, true]));

/** A deep copy, because dynalite changes the trees it gets. `replacement` may return something else for a node. */
function copy(node: unknown, replacement: (node: object) => unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  const replaced = replacement(node);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(node)) return node.map((each) => copy(each, replacement));
  const made = Object.create(Object.getPrototypeOf(node)) as Record<string, unknown>;
  for (const [name, each] of Object.entries(node)) made[name] = copy(each, replacement);
  return made;
}
