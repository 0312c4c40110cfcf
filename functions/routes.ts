// Every route of the API by noun, for CDK, the local server and the generators. A Lambda imports only its own noun.
import * as account from "./api/account.ts";
import * as activity from "./api/activity.ts";
import * as agent from "./api/agent.ts";
import * as backup from "./api/backup.ts";
import * as business from "./api/business.ts";
import * as channel from "./api/channel.ts";
import * as chat from "./api/chat.ts";
import * as document from "./api/document.ts";
import * as health from "./api/health.ts";
import * as inspection from "./api/inspection.ts";
import * as invitation from "./api/invitation.ts";
import * as member from "./api/member.ts";
import * as notification from "./api/notification.ts";
import * as operation from "./api/operation.ts";
import * as operator from "./api/operator.ts";
import * as routine from "./api/routine.ts";
import * as session from "./api/session.ts";
import * as squadhub from "./api/squadhub.ts";
import * as task from "./api/task.ts";
import * as tenant from "./api/tenant.ts";

export const nouns = {
  account,
  activity,
  agent,
  backup,
  business,
  channel,
  chat,
  document,
  health,
  inspection,
  invitation,
  member,
  notification,
  operation,
  operator,
  routine,
  session,
  squadhub,
  task,
  tenant,
};
