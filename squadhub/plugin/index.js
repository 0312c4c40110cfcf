// The plugin's entry: adds our routes and reports to the gateway. Runs in the gateway's process, without a build.
import path from "node:path";
import { dispatchGatewayMethod } from "openclaw/plugin-sdk/gateway-method-runtime";
import { createAdopt } from "./adopt.js";
import { createChats } from "./chat.js";
import { writeFiles } from "./files.js";
import { route, streamed } from "./http.js";
import { agentOfEnd, askBusy, beginsTurn, createIdleWatch, endsTurn } from "./idle.js";
import { openMessages } from "./messages.js";
import { prove } from "./prove.js";
import { startReports } from "./reports.js";
import { askResume, createBusy, createSend } from "./send.js";

export default {
  id: "clawe",
  name: "Clawe",
  description: "Lets the control plane reach this squadhub's agents, and reports the gateway's state.",

  register(api) {
    const config = () => api.runtime.config.current();
    /** The workspace directories of the configured agents, by id. The list changes while the gateway runs. */
    const workspaces = async () => {
      const answer = await dispatchGatewayMethod("agents.list", {});
      if (!answer.ok) throw new Error(`agents.list failed: ${answer.error?.code}`);
      return new Map(answer.payload.agents.map((agent) => [agent.id, agent.workspace]));
    };
    let gatewayUrl;
    let reports;
    const idle = createIdleWatch({
      isBusy: (agentId) => askBusy(gatewayUrl, config().gateway.auth.token, agentId),
      reportIdle: (agentId) => reports?.idle(agentId),
      warn: (message) => api.logger.warn(message),
    });
    const messages = openMessages(path.join(process.env.OPENCLAW_STATE_DIR, "clawe-messages.json"));
    const { send, resume } = createSend({ idle, call: dispatchGatewayMethod, messages });
    const chats = createChats({
      gateway: () => ({ url: gatewayUrl, token: config().gateway.auth.token }),
      agents: workspaces,
    });

    // Only a route that the manifest entitles, on the trusted-operator surface, may call gateway methods.
    const authenticated = { auth: "gateway", match: "exact", gatewayRuntimeScopeSurface: "trusted-operator" };
    api.registerHttpRoute({
      path: "/clawe/prove",
      auth: "plugin",
      match: "exact",
      handler: route("POST", (body) => prove(body, config().gateway.auth.token)),
    });
    api.registerHttpRoute({ path: "/clawe/send", ...authenticated, handler: route("POST", send) });
    api.registerHttpRoute({ path: "/clawe/resume", ...authenticated, handler: route("POST", resume) });
    api.registerHttpRoute({
      path: "/clawe/chat",
      ...authenticated,
      handler: streamed("POST", chats.chat),
    });
    api.registerHttpRoute({
      path: "/clawe/hangup",
      ...authenticated,
      handler: route("POST", chats.hangUp),
    });
    api.registerHttpRoute({
      path: "/clawe/busy",
      ...authenticated,
      handler: route("POST", createBusy(dispatchGatewayMethod)),
    });
    api.registerHttpRoute({
      path: "/clawe/files",
      ...authenticated,
      handler: route("PUT", async (body) => writeFiles(body, await workspaces())),
    });

    /** Reports to the API that the environment names. A gateway that was started ahead has none until it is adopted. */
    function startReporting() {
      const { CLAWE_URL, SQUADHUB_TOKEN, CLAWE_LIVENESS_SECONDS } = process.env;
      if (!gatewayUrl || !CLAWE_URL || !SQUADHUB_TOKEN) return;
      reports?.abort();
      reports = startReports({
        claweUrl: CLAWE_URL,
        squadhubToken: SQUADHUB_TOKEN,
        livenessSeconds: Number(CLAWE_LIVENESS_SECONDS) || 300,
        gatewayUrl,
        version: api.runtime.version,
        isWorking: () => askBusy(gatewayUrl, config().gateway.auth.token),
        agents: () => Object.keys(config().agents.entries),
        resume: () => askResume(gatewayUrl, config().gateway.auth.token),
        warn: (message) => api.logger.warn(message),
      });
    }
    api.registerHttpRoute({
      path: "/clawe/adopt",
      ...authenticated,
      handler: route("POST", createAdopt({ environment: process.env, onAdopted: startReporting })),
    });

    let stopListening;
    // The gateway also registers the plugin to inspect it. Only the registration that serves gets this event.
    api.on("gateway_start", (event, context) => {
      stopListening?.();
      gatewayUrl = `http://127.0.0.1:${event.port}`;
      startReporting();
      stopListening = api.runtime.events.onAgentEvent((agentEvent) => {
        if (beginsTurn(agentEvent)) reports?.turnBegan(agentEvent.runId);
        if (endsTurn(agentEvent)) reports?.turnEnded(agentEvent.runId);
        const agentId = agentOfEnd(agentEvent);
        if (!agentId) return;
        idle.turnEnded(agentId);
        // A run's id is the idempotency key of its message.
        messages
          .end(agentId, agentEvent.runId)
          .catch((error) => api.logger.warn(`clawe: the end of a turn was not recorded: ${error.message}`));
      });
      context.abortSignal?.addEventListener("abort", () => reports?.abort(), { once: true });
    });
    api.on("gateway_stop", () => {
      reports?.abort();
      stopListening?.();
    });
  },
};
