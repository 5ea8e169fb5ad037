import type { FileState } from "../../core/file/file.ts";
import type { FileFilter } from "../port/files/file-store.ts";
import { problemText } from "../rules/files/problem-text.ts";
import { envelopeKeysOf, type WantedEnvelopeKeys } from "./wanted-envelope-keys.ts";

/** What of files a filter asks for, as the parameters of statements. */
export interface WantedFiles extends WantedEnvelopeKeys {
  readonly state: FileState | null;
  readonly channel: string | null;
  readonly name: string | null;
  readonly nameHas: string | null;
  readonly awaitingRelease: 1 | null;
  readonly code: string | null;
  /** How a problem of the code is written; of any code. */
  readonly found: string;
}

/** Between which numbers files are looked for. */
export interface FileBounds {
  readonly after: number;
  readonly lastId: number;
}

/** The parameters that a filter asks for. */
export function wantedFilesOf(filter: FileFilter): WantedFiles {
  const { state = null, channel = null, name = null, nameHas = null, problem } = filter;
  const code = problem === undefined || problem === "any" ? null : problem;
  return {
    state,
    channel,
    name,
    nameHas,
    awaitingRelease: filter.awaitingRelease === true ? 1 : null,
    code,
    found: problemText(code),
    ...envelopeKeysOf(filter),
  };
}
