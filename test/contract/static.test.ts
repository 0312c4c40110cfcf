// The static files of the web app, as the local service serves them.
import { mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createStatic } from "../../local/static.ts";
import { rawGet, serve, temporaryDirectory } from "../support/serve.ts";

const PAGE = `<!doctype html><title>Clawe</title>${" ".repeat(2000)}`;

async function site() {
  const directory = await temporaryDirectory();
  const root = join(directory, "dist");
  await mkdir(join(root, "assets"), { recursive: true });
  await writeFile(join(directory, "secret.txt"), "secret");
  await writeFile(join(root, "index.html"), PAGE);
  await writeFile(join(root, "assets", "index-B2xk9f_1.js"), "export {};");
  await writeFile(join(root, "favicon.svg"), "<svg/>");
  await symlink(join(directory, "secret.txt"), join(root, "link.txt"));
  return { root, ...(await serve(createStatic(root))) };
}

test("serves the app's page for its own addresses, and 404 for missing files", async () => {
  const { origin } = await site();
  for (const path of ["/", "/t/acme/board", "/callback?code=1"]) {
    const answer = await fetch(origin + path);
    expect([answer.status, await answer.text()]).toEqual([200, PAGE]);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
  expect((await fetch(`${origin}/assets/missing.js`)).status).toBe(404);
  expect((await fetch(origin, { method: "POST" })).status).toBe(405);
});

test("lets files with a hash in their name be cached for ever", async () => {
  const { origin } = await site();
  const asset = await fetch(`${origin}/assets/index-B2xk9f_1.js`);
  expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  const icon = await fetch(`${origin}/favicon.svg`);
  expect(icon.headers.get("cache-control")).toBe("no-cache");
  expect(icon.headers.get("content-type")).toBe("image/svg+xml");
});

test("answers 304 for an unchanged file", async () => {
  const { origin, root } = await site();
  const etag = (await fetch(origin)).headers.get("etag") ?? "";
  // As a browser revalidates; left alone, fetch adds `no-cache`, which asks for the whole file.
  const revalidate = (tags: string) =>
    fetch(origin, { headers: { "if-none-match": tags, "cache-control": "max-age=0" } });
  const again = await revalidate(`"other", ${etag}`);
  expect([again.status, await again.text()]).toEqual([304, ""]);
  await writeFile(join(root, "index.html"), "new");
  await utimes(join(root, "index.html"), 1, 1);
  const changed = await revalidate(etag);
  expect([changed.status, await changed.text()]).toEqual([200, "new"]);
});

test("compresses for clients that accept it", async () => {
  const { port } = await site();
  const read = (encoding: string) =>
    new Promise<{ encoding?: string; bytes: Buffer }>((resolve, reject) => {
      const headers = { "accept-encoding": encoding };
      const request = httpRequest({ port, host: "127.0.0.1", path: "/", headers }, async (response) => {
        const bytes = Buffer.concat(await response.toArray());
        resolve({ encoding: response.headers["content-encoding"], bytes });
      });
      request.on("error", reject).end();
    });
  const zipped = await read("gzip");
  expect([zipped.encoding, gunzipSync(zipped.bytes).toString()]).toEqual(["gzip", PAGE]);
  const smaller = await read("br, gzip");
  expect([smaller.encoding, brotliDecompressSync(smaller.bytes).toString()]).toEqual(["br", PAGE]);
  expect(await read("gzip;q=0")).toEqual({ encoding: undefined, bytes: Buffer.from(PAGE) });
});

test("serves no file outside of the directory", async () => {
  const { port } = await site();
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt", "/a%00.txt"]) {
    expect(await rawGet(port, path)).toBe(404);
  }
  expect(await rawGet(port, "/%E0%A4%A")).toBe(400);
});
