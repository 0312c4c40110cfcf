// Finds the route of a request in a tree of path segments, with API Gateway's precedence.

interface Node<T> {
  /** By literal segment. A literal takes precedence over the parameter. */
  children: Map<string, Node<T>>;
  parameter?: Node<T>;
  /** By method. Each route has its own names for the parameters on its path. */
  routes: Map<string, { value: T; names: string[] }>;
}

export type Match<T> =
  | { kind: "found"; value: T; parameters: Record<string, string> }
  | { kind: "wrong-method"; allowed: string[] }
  | { kind: "bad-encoding" }
  | { kind: "nowhere" };

export interface Router<T> {
  /** `path` is still percent-encoded. */
  match(method: string, path: string): Match<T>;
}

const emptyNode = <T>(): Node<T> => ({ children: new Map(), routes: new Map() });
const segmentsOf = (path: string) => path.split("/").filter((segment) => segment !== "");

function add<T>(root: Node<T>, route: { method: string; path: string; value: T }): void {
  const names: string[] = [];
  let node = root;
  for (const segment of segmentsOf(route.path)) {
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined) {
      const child = node.children.get(segment) ?? emptyNode<T>();
      node.children.set(segment, child);
      node = child;
    } else {
      names.push(name);
      node.parameter ??= emptyNode<T>();
      node = node.parameter;
    }
  }
  if (node.routes.has(route.method)) throw new Error(`Two routes for ${route.method} ${route.path}`);
  node.routes.set(route.method, { value: route.value, names });
}

/** All nodes where the path ends, best first: a literal segment beats a parameter, the leftmost counts most. */
function* endings<T>(
  node: Node<T>,
  segments: string[],
  depth: number,
  values: string[],
): Generator<[Node<T>, string[]]> {
  const segment = segments[depth];
  if (segment === undefined) {
    if (node.routes.size > 0) yield [node, values];
    return;
  }
  const child = node.children.get(segment);
  if (child) yield* endings(child, segments, depth + 1, values);
  if (node.parameter) yield* endings(node.parameter, segments, depth + 1, [...values, segment]);
}

function decode(path: string): string[] | undefined {
  try {
    return segmentsOf(path).map(decodeURIComponent);
  } catch {
    // A malformed escape: decodeURIComponent has no other way to say so.
    return undefined;
  }
}

/** Throws for two routes with the same method and shape. */
export function createRouter<T>(routes: { method: string; path: string; value: T }[]): Router<T> {
  const root = emptyNode<T>();
  for (const route of routes) add(root, route);

  return {
    match(method, path) {
      const segments = decode(path);
      if (!segments) return { kind: "bad-encoding" };
      const allowed = new Set<string>();
      for (const [node, values] of endings(root, segments, 0, [])) {
        const route = node.routes.get(method);
        if (route) {
          const pairs = route.names.map((name, index) => [name, values[index] ?? ""]);
          return { kind: "found", value: route.value, parameters: Object.fromEntries(pairs) };
        }
        for (const other of node.routes.keys()) allowed.add(other);
      }
      return allowed.size > 0 ? { kind: "wrong-method", allowed: [...allowed].sort() } : { kind: "nowhere" };
    },
  };
}
