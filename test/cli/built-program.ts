import { join } from "node:path";
import { isBuilt, projectRoot } from "../built.ts";

/** The launcher, for tests of what is built. Throws where that is older than the sources, of which it would prove nothing. */
export function builtProgram(): string {
  if (!isBuilt())
    throw new Error("sources are newer than what is built of them; run `npm run build` first");
  return join(projectRoot, "bin/busbar");
}
