// Who may import whom. A room that is not named may not be imported; docs/architecture.md says why.
const rooms = [
  "core",
  "events",
  "functions",
  "workflows",
  "platform",
  "squadhub",
  "client",
  "cli",
  "web",
  "infra",
  "local",
  "bench",
  "scripts",
  "test",
];

/** What the files of a room may import besides packages and the room itself. */
const allowed = {
  core: ["platform/types", "platform/(aws|local)/index", "squadhub/(templates|config)"],
  events: [],
  functions: [
    "core",
    "events",
    "squadhub/(templates|config)",
    "platform/types",
    "platform/(aws|local)/index",
  ],
  workflows: ["core/workflow"],
  "platform/types": ["core/workflow"],
  "platform/aws": ["platform/(types|archive|redact)"],
  "platform/local": ["platform/types"],
  squadhub: [],
  client: [],
  cli: ["client"],
  web: ["client"],
  infra: [
    "functions/(routes|subscriptions)",
    "functions/http/route",
    "platform/types",
    "workflows",
    "events",
  ],
};

const forbidden = [
  {
    name: "no-circular",
    severity: "error",
    comment: "A cycle hides which file knows what",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "nouns-in-one-order",
    severity: "error",
    comment: "docs/architecture.md has the order: a lower noun knows nothing of a higher one",
    scope: "folder",
    from: { path: "^core/" },
    to: { circular: true },
  },
  ...Object.entries(allowed).map(([room, others]) => ({
    name: `${room.replace("/", "-")}-imports`,
    severity: "error",
    comment: `${room} may import ${others.join(", ") || "nothing of ours"}`,
    from: { path: `^${room}/` },
    to: { path: `^(${rooms.join("|")})/`, pathNot: [`^${room}/`, ...others.map((other) => `^${other}`)] },
  })),
  {
    name: "platform-in-the-house",
    severity: "error",
    comment: "The domain sees the platform by its name, never a driver",
    from: { path: "^(core|functions)/" },
    to: { path: "^platform/(aws|local)/(?!index)" },
  },
  {
    name: "lists-of-functions-in-no-function",
    severity: "error",
    comment: "A Lambda bundles its own file only: the lists load all of them",
    from: { path: "^(core|functions|platform)/", pathNot: "^functions/(routes|subscriptions)\\.ts$" },
    to: { path: "^functions/(routes|subscriptions)\\.ts$" },
  },
  {
    name: "only-the-forwarder-and-configure-speak-gateway",
    severity: "error",
    comment: "One way to a gateway",
    from: {
      pathNot: "^(functions/gateway|functions/provisioning/configure-squadhub|core/squadhub|test|bench)/?",
    },
    to: { path: "^core/squadhub/client" },
  },
  {
    name: "not-to-tests",
    severity: "error",
    from: { pathNot: "^(test|bench)/" },
    to: { path: "^test/" },
  },
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|cdk\\.out|\\.clawe|\\.sst|node_modules)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["local", "import", "node", "types"],
    },
  },
};
