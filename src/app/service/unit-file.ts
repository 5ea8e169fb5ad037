import { rmSync } from "node:fs";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { publicMode, replaceFileSync } from "../../disk/create-file.ts";
import { readSmallFile } from "../../disk/open-file.ts";
import { errorCode } from "../../runtime/error-message.ts";
import { unitMark } from "./unit.ts";

/** More than any unit has, in bytes. */
const mostBytes = 1 << 20;

/** How the unit file of an installation is. */
export type UnitFileState = "absent" | "current" | "outdated" | "foreign";

/** Compares what is at the path with the text that would be written. Throws what the disk says. */
export function unitFileState(path: string, text: string): UnitFileState {
  const there = readUnit(path);
  if (there === null) return "absent";
  if (there === text) return "current";
  return there.startsWith(unitMark) ? "outdated" : "foreign";
}

/** What the unit at the path says of a setting; null when it says nothing or is not there. */
export function unitSetting(path: string, name: "User" | "Group" | "OnFailure"): string | null {
  const line = readUnit(path)
    ?.split("\n")
    .find((text) => text.startsWith(`${name}=`));
  const value = line?.slice(name.length + 1) ?? null;
  return name === "OnFailure" ? value : (value?.replaceAll("%%", "%") ?? null);
}

/** Writes the unit, in place of an older one that Busbar wrote and of no other; gives what was there. */
export function writeUnitFile(path: string, text: string): UnitFileState {
  const state = unitFileState(path, text);
  if (state === "foreign") throw foreign(path);
  if (state !== "current") replaceFileSync(path, text, publicMode);
  return state;
}

/** Removes the unit that Busbar wrote; false when none is there. */
export function removeUnitFile(path: string): boolean {
  const there = readUnit(path);
  if (there === null) return false;
  if (!there.startsWith(unitMark)) throw foreign(path);
  rmSync(path);
  return true;
}

function readUnit(path: string): string | null {
  try {
    return readSmallFile(path, mostBytes).toString("utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function foreign(path: string): RefusedError {
  return new RefusedError(
    "conflict",
    `${path} was not written by Busbar, so that it is left as it is; move it away, or give the service another name with --name`,
  );
}
