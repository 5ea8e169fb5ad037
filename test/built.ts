import { globSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where the project lies. */
export const projectRoot = resolve(import.meta.dirname, "..");

/** The program as it is built: what a user's `busbar` runs. */
export const mainFile = join(projectRoot, "dist/cli/main.js");

/** Whether the program is built, of these very sources. */
export function isBuilt(): boolean {
  // The last that a build makes.
  const made = join(projectRoot, "dist/busbar.schema.json");
  const built = statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const inputs = globSync(["src/**/*.{ts,css,js,json,sql}", "package.json", "scripts/b*.ts"], {
    cwd: projectRoot,
  });
  return inputs.every((path) => statSync(join(projectRoot, path)).mtimeMs <= built);
}
