// The local switches: what they take, and what they say to the rest.
import { expect, test } from "vitest";
import { squadhubKind, warmPoolOf } from "../../local/runtime.ts";

test("no gateway is started ahead unless CLAWE_WARM_POOL says how many", () => {
  expect(warmPoolOf({})).toBe(0);
  expect(warmPoolOf({ CLAWE_WARM_POOL: "" })).toBe(0);
  expect(warmPoolOf({ CLAWE_WARM_POOL: "3" })).toBe(3);
});

test.each(["-1", "1.5", "many", "21", "1e9"])("a warm pool of %s is refused by name", (value) => {
  expect(() => warmPoolOf({ CLAWE_WARM_POOL: value })).toThrow(`CLAWE_WARM_POOL is ${value}`);
});

test("a squadhub is OpenClaw or the stub, nothing else", () => {
  expect(squadhubKind("stub")).toBe("stub");
  expect(() => squadhubKind("docker")).toThrow("CLAWE_SQUADHUB is docker");
});
