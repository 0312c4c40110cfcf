// A notice above the board when the squad is not simply running.
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { CirclePause, Moon, Sunrise, TriangleAlert, Wrench } from "lucide-react";
import type { Tenant } from "../queries.ts";

const notices = {
  error: { Icon: TriangleAlert, text: "The squad could not be started.", tone: "bg-bad-tint text-bad" },
  sleeping: {
    Icon: Moon,
    text: "The squad is asleep. It wakes when there is something to do.",
    tone: "bg-well text-soft",
  },
  stopping: { Icon: Moon, text: "The squad is going to sleep.", tone: "bg-well text-soft" },
  starting: {
    Icon: Sunrise,
    text: "The squad is waking up. It reads what you write now as soon as it is awake.",
    tone: "bg-well text-soft",
  },
  maintenance: {
    Icon: Wrench,
    text: "Maintenance is in progress. The squad reads what you write now when it is back.",
    tone: "bg-well text-soft",
  },
  stopped: {
    Icon: CirclePause,
    text: "The squad is stopped. What you write now is delivered when it runs again.",
    tone: "bg-warn-tint text-warn",
  },
  suspended: {
    Icon: CirclePause,
    text: "This workspace is suspended. You can read the board, but agents do not answer.",
    tone: "bg-warn-tint text-warn",
  },
};

export function TenantNotice({ tenant: { tenantId, status, runId } }: { tenant: Tenant }) {
  if (!(status in notices)) return null;
  const { Icon, text, tone } = notices[status as keyof typeof notices];
  return (
    <div
      role="status"
      className={clsx("mx-4 mb-3 flex items-center gap-3 rounded-xl px-4 py-2.5 text-sm lg:mx-0", tone)}
    >
      <Icon className="size-4.5 shrink-0" aria-hidden />
      <p className="flex-1">{text}</p>
      {runId && (status === "error" || status === "stopped" || status === "maintenance") && (
        <Link
          to="/w/$tenantId/run/$runId"
          params={{ tenantId, runId }}
          className="font-semibold underline underline-offset-2"
        >
          {status === "maintenance" ? "See the progress" : "See what happened"}
        </Link>
      )}
    </div>
  );
}
