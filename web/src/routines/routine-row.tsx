// One routine: its schedule, a switch for it, and its menu.
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { Ellipsis, Pencil, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import { PriorityBadge } from "../board/priority.tsx";
import type { Routine } from "../queries.ts";
import { IconButton } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { Switch } from "../ui/switch.tsx";
import { dotClass } from "./colors.ts";
import { useDeleteRoutine, useSwitchRoutine, useTriggerRoutine } from "./mutations.ts";
import { scheduleLabel } from "./schedule.ts";

interface Props {
  tenantId: string;
  routine: Routine;
  canWrite: boolean;
  onEdit(): void;
}

export function RoutineRow({ tenantId, routine, canWrite, onEdit }: Props) {
  const { title, priority, color, enabled, schedule, taskId } = routine;
  const toggle = useSwitchRoutine(tenantId, routine);
  const trigger = useTriggerRoutine(tenantId, routine);
  const remove = useDeleteRoutine(tenantId, routine);
  const [isDeleting, setDeleting] = useState(false);
  return (
    <li data-testid="routine" className="flex items-center gap-3.5 py-3 pr-2 pl-5">
      <span aria-hidden className={clsx("size-2.5 shrink-0 rounded-full", dotClass(color))} />
      <div className={clsx("min-w-0 flex-1", !enabled && "opacity-60")}>
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="text-sm font-medium wrap-anywhere">{title}</span>
          <PriorityBadge priority={priority} />
        </p>
        <p className="text-[13px] text-soft">
          {scheduleLabel(schedule)}
          {taskId && (
            <>
              {" · "}
              <Link
                to="/w/$tenantId"
                params={{ tenantId }}
                search={{ task: taskId }}
                className="underline decoration-line underline-offset-2 hover:text-ink"
              >
                Last task
              </Link>
            </>
          )}
        </p>
      </div>
      <Switch
        label={`Run “${title}” on schedule`}
        checked={enabled}
        onChange={(next) => toggle.mutate(next)}
        disabled={!canWrite}
      />
      {canWrite ? (
        <RoutineMenu
          title={title}
          isTriggering={trigger.isPending}
          onTrigger={() => trigger.mutate()}
          onEdit={onEdit}
          onDelete={() => setDeleting(true)}
        />
      ) : (
        <span className="w-3" />
      )}
      <Confirm
        open={isDeleting}
        onClose={() => setDeleting(false)}
        title={`Delete “${title}”?`}
        description="It creates no more tasks. The tasks it created stay on the board."
        action="Delete routine"
        mutation={remove}
      />
    </li>
  );
}

interface MenuProps {
  title: string;
  isTriggering: boolean;
  onTrigger(): void;
  onEdit(): void;
  onDelete(): void;
}

function RoutineMenu({ title, isTriggering, onTrigger, onEdit, onDelete }: MenuProps) {
  return (
    <Menu
      label={`Actions for ${title}`}
      trigger={
        <IconButton label={`More about ${title}`}>
          <Ellipsis className="size-4.5" />
        </IconButton>
      }
    >
      <MenuItem onSelect={onTrigger} disabled={isTriggering}>
        <Play className="size-4 text-soft" aria-hidden />
        Create its task now
      </MenuItem>
      <MenuItem onSelect={onEdit}>
        <Pencil className="size-4 text-soft" aria-hidden />
        Edit
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={onDelete} className="text-bad">
        <Trash2 className="size-4" aria-hidden />
        Delete
      </MenuItem>
    </Menu>
  );
}
