// The deployed platform: it has what the domain imports, and reads its settings when they are needed.
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import type * as aws from "../../../platform/aws/index.ts";
import type * as local from "../../../platform/local/index.ts";
import type { Platform } from "../../../platform/types/platform.ts";
import { useSettings } from "./settings.ts";

afterEach(() => vi.unstubAllEnvs());

describe("the platform on AWS", () => {
  it("exports what the laptop's does, with the types that the domain knows", () => {
    expectTypeOf<keyof typeof aws>().toEqualTypeOf<Exclude<keyof typeof local, "usePlatform">>();
    expectTypeOf<typeof aws>().toExtend<Platform>();
    expectTypeOf<keyof typeof aws>().toEqualTypeOf<keyof Platform>();
  });
});

describe("settings", () => {
  beforeEach(() => vi.resetModules());

  it("are read at first use, and a missing one is named", async () => {
    useSettings(["table"], { CLAWE_TABLE: undefined });
    const { table } = await import("../../../platform/aws/table.ts");
    expect(() => table.name).toThrow("CLAWE_TABLE");
    vi.stubEnv("CLAWE_TABLE", "clawe-later");
    expect(table.name).toBe("clawe-later");
  });

  it("contain the cells as JSON, in order of preference", async () => {
    const cell = { account: "1", region: "us-east-1", cluster: "a", fileSystem: "fs-1" };
    vi.stubEnv("CLAWE_CELLS", JSON.stringify([{ cell, capacity: 20 }]));
    const { cells } = await import("../../../platform/aws/cells.ts");
    expect([...cells]).toEqual([{ cell, capacity: 20 }]);
    expect(cells.map(({ capacity }) => capacity)).toEqual([20]);
  });

  it("are refused when the cells have another form", async () => {
    vi.stubEnv("CLAWE_CELLS", '[{"capacity":0}]');
    const { cells } = await import("../../../platform/aws/cells.ts");
    expect(() => cells.length).toThrow(/capacity/);
  });

  it("become an identity with Cognito's issuer", async () => {
    useSettings(["identity"], {
      CLAWE_ISSUER: "https://cognito-idp.us-east-1.amazonaws.com/pool",
      CLAWE_CLIENT_IDS: "web,cli",
      CLAWE_USERINFO_URL: "https://clawe-test.auth.us-east-1.amazoncognito.com/oauth2/userInfo",
    });
    const { identity } = await import("../../../platform/aws/identity.ts");
    expect({ ...identity }).toMatchObject({
      audiences: ["web", "cli"],
      jwksUri: "https://cognito-idp.us-east-1.amazonaws.com/pool/.well-known/jwks.json",
    });
  });
});
