import { hostname } from "node:os";
import { readSmallFile } from "./open-file.ts";

/** The machine that a program runs on. */
export interface Host {
  /** Tells it from others, and stays through a restart of the machine. */
  readonly id: string;
  /** Differs after each start of the machine; empty where the system does not say. */
  readonly boot: string;
  /** What people call it. */
  readonly name: string;
}

/** Longer than what these files hold. */
const mostBytes = 4_096;

/**
 * This machine. `BUSBAR_HOST` names it where the system does not tell it from others, or where its name
 * changes with each start, as in containers.
 */
export function thisHost(environment: Readonly<Record<string, string | undefined>>): Host {
  const name = hostname();
  const boot = said("/proc/sys/kernel/random/boot_id");
  const given = environment["BUSBAR_HOST"] ?? "";
  if (given !== "") return { id: given, boot, name: given };
  return { id: `${name} ${said("/etc/machine-id")}`.trim(), boot, name };
}

function said(path: string): string {
  try {
    return readSmallFile(path, mostBytes).toString("utf8").trim();
  } catch {
    return "";
  }
}
