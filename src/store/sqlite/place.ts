import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { StorePlace } from "../port/store-place.ts";
import { daemonOf } from "./leader/daemon-lock.ts";
import { lead, otherHost } from "./leader/lead.ts";
import { readStatusFile, writeStatusFile } from "./leader/status-file.ts";

/** The place of a store in the file at `path`; its lock, its lease and the daemon's status lie beside it. */
export function sqlitePlace(path: string): StorePlace {
  const folder = dirname(path);
  return {
    shown: path,
    folders: [folder],
    files: [
      { part: "db", path },
      { part: "wal", path: `${path}-wal` },
    ],
    leader: {
      lead: (options) => lead(path, options),
      holder: async () => daemonOf(path),
      otherHost: async () => otherHost(path),
    },
    heartbeat: {
      write: (said) => writeStatusFile(path, said),
      read: async () => [{ text: readStatusFile(path), agoMs: null, host: null, isOwn: false }],
    },
    prepare: () => void mkdirSync(folder, { recursive: true }),
  };
}
