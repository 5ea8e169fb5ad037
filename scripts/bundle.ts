import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { type Plugin, rolldown } from "rolldown";

/** Modules that are loaded by their place, from outside or in a thread: each keeps its place in `dist/`. */
const entries = [
  "cli/main",
  "sdk/busbar",
  "sdk/testing",
  "app/installation/file-thread-main",
  "http/reads/read-process",
  "http/jobs/job-worker",
  "http/api/api-face",
  "cli/daemon/console-face",
];

const source = resolve("src");

/**
 * Bundles `src/` into `dist/`: a start then loads some ten files and not a thousand, which takes a third of the
 * processor time. Packages are left where npm installs them. Modules find data files by their own place, which the
 * bundle keeps: see `keepPlaces`.
 */
export async function bundle(): Promise<void> {
  const build = await rolldown({
    input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
    platform: "node",
    external: /^[^./]/,
    plugins: [keepPlaces()],
    transform: { target: "esnext" },
  });
  const { output } = await build.write({
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "bundle/[name]-[hash].js",
    keepNames: true,
  });
  await build.close();
  refuseOtherPackages(output);
}

/** A helper that the bundler adds lies in a package of its own, which nobody installs. */
function refuseOtherPackages(
  output: readonly { readonly fileName: string; readonly imports?: readonly string[] }[],
): void {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const own = new Set(output.map(({ fileName }) => fileName));
  for (const { fileName, imports = [] } of output)
    for (const name of imports) {
      const from = /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
      if (own.has(name) || isBuiltin(name) || Object.hasOwn(dependencies, from)) continue;
      throw new Error(`dist/${fileName} imports ${name}, which package.json does not name`);
    }
}

/** Has `import.meta.url` of each module say where its compiled form would lie in `dist/`, whichever file it became part of. */
function keepPlaces(): Plugin {
  const mark = /"busbar-place:([^"]+)"/g;
  return {
    name: "keep-places",
    transform(code, id) {
      if (!id.startsWith(source) || !code.includes("import.meta.url")) return null;
      const place = relative(source, id).replace(/\.ts$/, ".js");
      return code.replaceAll("import.meta.url", JSON.stringify(`busbar-place:${place}`));
    },
    renderChunk(code, chunk) {
      if (!code.includes("busbar-place:")) return null;
      const here = dirname(chunk.fileName);
      return code.replace(
        mark,
        (_, place: string) => `new URL(${JSON.stringify(near(here, place))}, import.meta.url).href`,
      );
    },
  };
}

function near(folder: string, place: string): string {
  const path = relative(folder, place);
  return path.startsWith(".") ? path : `./${path}`;
}
