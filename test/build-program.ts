import { spawnSync } from "node:child_process";
import { isBuilt, projectRoot } from "./built.ts";

/** Builds the program before the first test, unless it is built of these very sources. */
export function setup(): void {
  if (isBuilt()) return;
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: projectRoot,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("the program could not be built: see above");
}
