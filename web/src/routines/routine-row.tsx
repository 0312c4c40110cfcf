// One routine: when it comes, whether it does, and what can be done with it.
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { Ellipsis, Pencil, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import { PriorityBadge } from "../board/priority.tsx";
import type { Routine } from "../queries.ts";
import { IconButton } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Menu, MenuItem, MenuLine } from "../ui/menu.tsx";
import { Switch } from "../ui/switch.tsx";
import { dotClass } from "./colors.ts";
import { scheduleWords } from "./schedule.ts";
import { useDeleteRoutine, useSwitchRoutine, useTriggerRoutine } from "./verbs.ts";

interface Props {
  tenantId: string;
  routine: Routine;
  canWrite: boolean;
  onEdit(): void;
}

export function RoutineRow({ tenantId, routine, canWrite, onEdit }: Props) {
  const { title, priority, color, enabled, schedule, taskId } = routine;
  const turn = useSwitchRoutine(tenantId, routine);
  const trigger = useTriggerRoutine(tenantId, routine);
  const remove = useDeleteRoutine(tenantId, routine);
  const [isDeleting, setDeleting] = useState(false);
  return (
    <li data-testid="routine" className="flex items-center gap-3.5 py-3 pr-2 pl-5">
      <span aria-hidden className={clsx("size-2.5 shrink-0 rounded-full", dotClass(color))} />
      <div className={clsx("min-w-0 flex-1", !enabled && "opacity-60")}>
        <p className="flex items-center gap-2">
          <span className="truncate text-sm font-medium">{title}</span>
          <PriorityBadge priority={priority} />
        </p>
        <p className="text-[13px] text-soft">
          {scheduleWords(schedule)}
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
        label={`${title}: on its timetable`}
        checked={enabled}
        onChange={(next) => turn.mutate(next)}
        disabled={!canWrite}
      />
      {canWrite ? (
        <Menu
          label={`What to do with ${title}`}
          trigger={
            <IconButton label={`More about ${title}`}>
              <Ellipsis className="size-4.5" />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => trigger.mutate()} disabled={trigger.isPending}>
            <Play className="size-4 text-soft" aria-hidden />
            Make its task now
          </MenuItem>
          <MenuItem onSelect={onEdit}>
            <Pencil className="size-4 text-soft" aria-hidden />
            Edit
          </MenuItem>
          <MenuLine />
          <MenuItem onSelect={() => setDeleting(true)} className="text-bad">
            <Trash2 className="size-4" aria-hidden />
            Delete
          </MenuItem>
        </Menu>
      ) : (
        <span className="w-3" />
      )}
      <Confirm
        open={isDeleting}
        onClose={() => setDeleting(false)}
        title={`Delete “${title}”?`}
        description="It comes no more. The tasks it has made stay."
        action="Delete"
        mutation={remove}
      />
    </li>
  );
}
