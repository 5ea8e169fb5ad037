import type { Connection } from "../../database/connection.ts";

/** Notes that a file is in a container, at a path. */
export type LinkMember = (file: number, container: number, path: string) => Promise<void>;

/** Prepares the statement. */
export function linkingMembers({ db }: Connection): LinkMember {
  const link = db.prepare<[number, number, string]>(
    "INSERT INTO members (file, container, path) VALUES (?, ?, ?)",
  );
  return async (file, container, path) => void (await link.run(file, container, path));
}
