import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** How a daemon that is started by this program can tell systemd how it is. */
export async function notifyWay(): Promise<"itself" | "by-program" | "never"> {
  // Only some builds of Node have it, and some versions only when asked to.
  if (await import("node:ffi").then(() => true).catch(() => false)) return "itself";
  const found = promisify(execFile)("systemd-notify", ["--version"]);
  return found.then(() => "by-program" as const).catch(() => "never");
}
