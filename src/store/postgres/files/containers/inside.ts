import { hasError } from "../../../../core/file/problem.ts";
import { problemsFrom } from "../../../rules/files/prepared-file.ts";
import {
  type Likeness,
  likenessColumns,
  type StoredSameness,
  samenessColumns,
} from "../same-file.ts";

/** What is half recorded of a container and of the files in it, each after the container that it came in. */
export const selectInside = `
  WITH RECURSIVE inside (file, container) AS (
    SELECT ?::bigint, NULL::bigint
    UNION ALL
    SELECT m.file, m.container FROM inside i JOIN members m ON m.container = i.file)
  SELECT f.id, i.container, f.identity, f.problems, f.messages, f.awaiting_release AS "awaitingRelease", ${likenessColumns}, ${samenessColumns},
         EXISTS (SELECT 1 FROM messages m WHERE m.file = f.id) AS "hasMessages"
  FROM inside i JOIN files f ON f.id = i.file WHERE f.state = 'recording' ORDER BY f.id`;

/** A file that is half recorded. */
export interface Inside extends Likeness, StoredSameness {
  readonly id: number;
  readonly container: number | null;
  readonly identity: string | null;
  readonly problems: string | null;
  readonly messages: number;
  readonly awaitingRelease: 0 | 1;
  readonly hasMessages: 0 | 1;
}

/** Whether a file has an error beside the one that it waits for a person because of. */
export function hasOwnError({ problems, awaitingRelease }: Inside): boolean {
  const errors = problemsFrom(problems).filter((one) => hasError([one]));
  return errors.length > awaitingRelease;
}
