// Finds the route of a request in one walk down a tree of path segments, as API Gateway does.

interface Node<T> {
  /** Segments that are written out; they go before the parameter. */
  children: Map<string, Node<T>>;
  parameter?: Node<T>;
  /** By method. The names of the parameters on the way are the route's own. */
  routes: Map<string, { value: T; names: string[] }>;
}

export type Match<T> =
  | { kind: "found"; value: T; parameters: Record<string, string> }
  | { kind: "wrong-method"; allowed: string[] }
  | { kind: "bad-encoding" }
  | { kind: "nowhere" };

export interface Router<T> {
  /** `path` as it came, still percent-encoded. */
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

/** All nodes that end the path, best first: a written segment beats a parameter, leftmost first. */
function* endings<T>(
  node: Node<T>,
  segments: string[],
  depth: number,
  taken: string[],
): Generator<[Node<T>, string[]]> {
  const segment = segments[depth];
  if (segment === undefined) {
    if (node.routes.size > 0) yield [node, taken];
    return;
  }
  const child = node.children.get(segment);
  if (child) yield* endings(child, segments, depth + 1, taken);
  if (node.parameter) yield* endings(node.parameter, segments, depth + 1, [...taken, segment]);
}

function decode(path: string): string[] | undefined {
  try {
    return segmentsOf(path).map(decodeURIComponent);
  } catch {
    // A malformed escape: decodeURIComponent has no other way to say so.
    return undefined;
  }
}

/** Builds the tree once; two routes with the same method and shape are a mistake and throw. */
export function createRouter<T>(routes: { method: string; path: string; value: T }[]): Router<T> {
  const root = emptyNode<T>();
  for (const route of routes) add(root, route);

  return {
    match(method, path) {
      const segments = decode(path);
      if (!segments) return { kind: "bad-encoding" };
      const allowed = new Set<string>();
      for (const [node, taken] of endings(root, segments, 0, [])) {
        const route = node.routes.get(method);
        if (route) {
          const pairs = route.names.map((name, index) => [name, taken[index] ?? ""]);
          return { kind: "found", value: route.value, parameters: Object.fromEntries(pairs) };
        }
        for (const other of node.routes.keys()) allowed.add(other);
      }
      return allowed.size > 0 ? { kind: "wrong-method", allowed: [...allowed].sort() } : { kind: "nowhere" };
    },
  };
}
