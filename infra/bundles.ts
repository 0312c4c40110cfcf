// Bundles the entry files of functions, all in one pass, and finds out which parts of the platform each one holds.
import { join } from "node:path";
import { build } from "esbuild";
import { bundling } from "./shared.ts";

export interface Bundle {
  directory: string;
  /** Every file whose code is in it, relative to the repository. */
  inputs: string[];
  /** The files of platform/aws/ among them, without their extension: the parts that it may need to be granted. */
  platform: Set<string>;
  bytes: number;
}
/** By entry, relative to functions/ and without extension: `api/task`. */
export type Bundles = ReadonlyMap<string, Bundle>;

const root = join(import.meta.dirname, "..");
const PLATFORM = /^platform\/aws\/([\w-]+)\.ts$/;

export async function bundle(entries: string[], outdir: string): Promise<Bundles> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map((entry) => [`${entry}/index`, `functions/${entry}.ts`])),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    minify: true,
    legalComments: "none",
    metafile: true,
    logLevel: "error",
    platform: "node",
    target: "node24",
    ...bundling,
    // For CommonJS inside an ES module. The minifier gives this name to nothing else.
    banner: { js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' },
  });
  const outputs = Object.values(metafile.outputs);
  return new Map(
    entries.map((entry) => {
      const output = outputs.find(({ entryPoint }) => entryPoint === `functions/${entry}.ts`)!;
      const inputs = Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [path] : [],
      );
      const platform = new Set(inputs.flatMap((path) => PLATFORM.exec(path)?.[1] ?? []));
      return [entry, { directory: join(outdir, entry), inputs, platform, bytes: output.bytes }];
    }),
  );
}
