// The local settings: which values they accept.
import { expect, test } from "vitest";
import { squadhubKind, warmPoolOf } from "../../local/runtime.ts";

test("starts as many gateways ahead as CLAWE_WARM_POOL says, and none by default", () => {
  expect(warmPoolOf({})).toBe(0);
  expect(warmPoolOf({ CLAWE_WARM_POOL: "" })).toBe(0);
  expect(warmPoolOf({ CLAWE_WARM_POOL: "3" })).toBe(3);
});

test.each(["-1", "1.5", "many", "21", "1e9"])("refuses a CLAWE_WARM_POOL of %s", (value) => {
  expect(() => warmPoolOf({ CLAWE_WARM_POOL: value })).toThrow(`CLAWE_WARM_POOL is ${value}`);
});

test("accepts openclaw and stub for CLAWE_SQUADHUB, and nothing else", () => {
  expect(squadhubKind("stub")).toBe("stub");
  expect(() => squadhubKind("docker")).toThrow("CLAWE_SQUADHUB is docker");
});
