import { hash } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readSmallFile } from "../disk/open-file.ts";
import type { BusbarConfig } from "./config.ts";

/** The SHA-256 of each file that is read once, when the daemon starts, by its path. */
export type SettingsMarks = Readonly<Record<string, string>>;

/** What of a configuration says which files are read at the start. */
type NamesFiles = Pick<BusbarConfig, "file" | "catalogues" | "calendars" | "processes">;

/** More than any file of settings has. */
const mostBytes = 64 << 20;

/** The marks of `busbar.yaml` and of the catalogues, calendars and process modules that it names. */
export function settingsMarks(config: NamesFiles): SettingsMarks {
  const { file, catalogues, calendars, processes } = config;
  const paths = [file, ...catalogues.flatMap(filesAt), ...Object.values(calendars), ...processes];
  return Object.fromEntries(paths.map((path) => [path, markOf(path)]));
}

/** The files whose marks are others than they were, or that came or went, `busbar.yaml` first. */
export function changedFiles(before: SettingsMarks, now: SettingsMarks): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...paths].filter((path) => before[path] !== now[path]);
}

function filesAt(path: string): string[] {
  try {
    if (!lstatSync(path).isDirectory()) return [path];
    const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map(({ name }) => join(path, name));
  } catch {
    return [path];
  }
}

/** A file that cannot be read has a mark of its own, so that one that came back is a change. */
function markOf(path: string): string {
  try {
    return hash("sha256", readSmallFile(path, mostBytes), "hex");
  } catch {
    return "unreadable";
  }
}
