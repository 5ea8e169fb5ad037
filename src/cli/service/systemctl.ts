import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import { CommandFailure } from "../failure.ts";

const execute = promisify(execFile);

/** What systemd says of a service; each null where it says nothing. */
export interface ServiceState {
  /** `active`, `activating`, `inactive`, `failed` ... */
  readonly active: string | null;
  /** `enabled`, `disabled` ... */
  readonly enabled: string | null;
  /** How often it was started anew automatically. */
  readonly restarts: number;
  /** What the daemon last said of itself. */
  readonly text: string | null;
}

/** Whether systemd runs this machine. */
export function hasSystemd(): boolean {
  return existsSync("/run/systemd/system");
}

/** Runs `systemctl`. Rejects with what it says. */
export async function systemctl(args: readonly string[]): Promise<string> {
  try {
    return (await execute("systemctl", [...args])).stdout;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    throw new CommandFailure(`systemctl ${args.join(" ")}: ${said || errorMessage(error)}`);
  }
}

/** How a service is; nothing is known of it where systemd does not run. */
export async function serviceState(unit: string): Promise<ServiceState> {
  const nothing = { active: null, enabled: null, restarts: 0, text: null };
  if (!hasSystemd()) return nothing;
  const properties = "ActiveState,UnitFileState,NRestarts,StatusText";
  const shown = await systemctl(["show", unit, `--property=${properties}`]);
  const values = new Map(
    shown
      .split("\n")
      .map((line) => [line.split("=", 1)[0] ?? "", line.replace(/^[^=]*=/, "")] as const),
  );
  const shownAs = (name: string) => values.get(name) || null;
  return {
    active: shownAs("ActiveState"),
    enabled: shownAs("UnitFileState"),
    restarts: Number(shownAs("NRestarts") ?? 0),
    text: shownAs("StatusText"),
  };
}

/** Whether the machine knows a user by that name. */
export async function hasUser(name: string): Promise<boolean> {
  try {
    await execute("id", ["-u", "--", name]);
    return true;
  } catch (error) {
    // Without `id` it is unknown, and systemd will say so.
    return errorCode(error) === "ENOENT";
  }
}
