// The tenant's directory: an EFS access point, which confines its users to that directory and to one uid.
import { createHash } from "node:crypto";
import {
  CreateAccessPointCommand,
  DeleteAccessPointCommand,
  EFSClient,
  paginateDescribeAccessPoints,
} from "@aws-sdk/client-efs";
import type { SquadhubRef } from "../../types/squadhubs.ts";
import { isError, patient, unless } from "../client.ts";
import { once } from "../settings.ts";
import { serviceName, storagePath, TENANT_TAG } from "./names.ts";

const client = once(() => new EFSClient(patient));

/** Above the ids that systems and their services use. */
const FIRST_UID = 100_000;
const LAST_UID = 2 ** 32 - 2;

/** Derived from the tenant's id, which is never reused. Should two be equal, their directories still separate them. */
export function uidOf(tenantId: string): number {
  const number = createHash("sha256").update(tenantId).digest().readUInt32BE();
  return FIRST_UID + (number % (LAST_UID - FIRST_UID + 1));
}

export async function createStorage(ref: SquadhubRef): Promise<string> {
  const existing = await findStorage(ref);
  if (existing) return existing;
  const { tenantId, cell } = ref;
  const uid = uidOf(tenantId);
  try {
    const { AccessPointId } = await client().send(
      new CreateAccessPointCommand({
        ClientToken: tenantId,
        FileSystemId: cell.fileSystem,
        PosixUser: { Uid: uid, Gid: uid },
        RootDirectory: {
          Path: storagePath(ref),
          CreationInfo: { OwnerUid: uid, OwnerGid: uid, Permissions: "0700" },
        },
        Tags: [
          { Key: "Name", Value: serviceName(ref) },
          { Key: TENANT_TAG, Value: tenantId },
        ],
      }),
    );
    return AccessPointId!;
  } catch (error) {
    if (isError(error, "AccessPointAlreadyExists") && "AccessPointId" in error)
      return String(error.AccessPointId);
    throw error;
  }
}

export async function deleteStorage(ref: SquadhubRef): Promise<void> {
  const AccessPointId = await findStorage(ref);
  if (!AccessPointId) return;
  await unless(client().send(new DeleteAccessPointCommand({ AccessPointId })), "AccessPointNotFound");
}

/** The access point's id: the recorded one, else that of the tenant's directory. */
export async function findStorage(ref: SquadhubRef): Promise<string | undefined> {
  if (ref.resources.storage) return ref.resources.storage;
  const pages = paginateDescribeAccessPoints(
    { client: client(), pageSize: 100 },
    { FileSystemId: ref.cell.fileSystem },
  );
  for await (const { AccessPoints = [] } of pages) {
    const found = AccessPoints.find(
      ({ RootDirectory, LifeCycleState }) =>
        RootDirectory?.Path === storagePath(ref) &&
        LifeCycleState !== "deleting" &&
        LifeCycleState !== "deleted",
    );
    if (found) return found.AccessPointId;
  }
  return undefined;
}
