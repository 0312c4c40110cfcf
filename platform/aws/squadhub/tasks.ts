// The tasks of a squadhub, including those of a service that has gone. ECS forgets stopped tasks after an hour.
import { DescribeTasksCommand, ECSClient, paginateListTasks, type Task } from "@aws-sdk/client-ecs";
import type { SquadhubRef } from "../../types/squadhubs.ts";
import { patient } from "../client.ts";
import { once } from "../settings.ts";
import { roleName } from "./names.ts";

const client = once(() => new ECSClient(patient));

/** The limit of DescribeTasks. */
const BATCH = 100;

export async function tasksOf(ref: SquadhubRef): Promise<Task[]> {
  const { cluster } = ref.cell;
  const arns: string[] = [];
  for (const desiredStatus of ["RUNNING", "STOPPED"] as const) {
    const query = { cluster, family: roleName(ref), desiredStatus };
    for await (const { taskArns = [] } of paginateListTasks({ client: client() }, query))
      arns.push(...taskArns);
  }
  const tasks: Task[] = [];
  for (let at = 0; at < arns.length; at += BATCH) {
    const batch = await client().send(
      new DescribeTasksCommand({ cluster, tasks: arns.slice(at, at + BATCH) }),
    );
    tasks.push(...(batch.tasks ?? []));
  }
  return tasks;
}
