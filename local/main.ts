// `npm start`: runs the whole service on this machine until Ctrl-C.
import { resolve } from "node:path";
import { ensureBuilt } from "../scripts/build.ts";
import { startCloud } from "./cloud.ts";
import { imageOf, modelOf, runtimeOf, squadhubKind, warmPoolOf } from "./runtime.ts";

const startedAt = performance.now();
const say = (line: string) => console.log(line);
const directory = resolve(process.env.CLAWE_STATE ?? ".clawe");

try {
  const kind = squadhubKind();
  const model = modelOf(process.env);
  const warmPool = warmPoolOf(process.env);
  const { web, cli } = await ensureBuilt({ onProgress: say });
  const runtime = runtimeOf(kind, directory, say);
  const cloud = await startCloud({
    directory,
    port: process.env.PORT ? Number(process.env.PORT) : undefined,
    runtime,
    image: () => imageOf(kind),
    model,
    warmPool,
    web,
    cli,
    report: (problem) => console.error(`! ${problem}`),
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`
  Clawe Cloud is ready (${seconds} s)

  Open       ${cloud.url}
             Press “Sign in”, then “Continue as demo user”, and create a workspace.
  Operate    ${cloud.url}/ops
             See what needs attention, and every workflow run. No sign-in is needed.
  Mail       ${cloud.url}/outbox
             Read the e-mails that the service would have sent.
  Squadhubs  ${kind === "stub" ? "Stub gateways" : "Real OpenClaw gateways"}
  Model      ${model ? `Your ${model.kind} key` : "Offline. Set ANTHROPIC_API_KEY or OPENAI_API_KEY to use a real one."}
  State      ${directory}
  Stop       Ctrl-C
`);
  // Downloaded now, so that the first workspace does not have to wait for it.
  runtime().catch((error: unknown) => console.error(`! ${error instanceof Error ? error.message : error}`));

  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      say("Stopping the squadhubs …");
      await cloud.stop();
      process.exit(0);
    });
} catch (error) {
  console.error(`Clawe Cloud could not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
