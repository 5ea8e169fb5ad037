import { globSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** The launcher, for tests of what is built. Throws where that is older than the sources, of which it would prove nothing. */
export function builtProgram(): string {
  const built = statSync(join(root, "dist/cli/main.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newer = globSync("src/**/*.{ts,json,sql}", { cwd: root }).find(
    (path) => statSync(join(root, path)).mtimeMs > built,
  );
  if (newer !== undefined)
    throw new Error(`${newer} is newer than what is built of it; run \`npm run build\` first`);
  return join(root, "bin/busbar");
}
