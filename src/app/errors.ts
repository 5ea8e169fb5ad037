import type { ChannelErrorCode } from "../channels/channel-error.ts";
import { RefusedError, type RefusedKind } from "../core/refusal/refused-error.ts";
import type { StoreErrorCode } from "../store/port/store-error.ts";

/** How each face of Busbar answers what was not done. */
export interface RefusedAnswer {
  /** Exit code of the command line: 1 refused or failed, 2 wrong usage or configuration. */
  readonly exitCode: 1 | 2;
  /** Status of HTTP. */
  readonly httpStatus: number;
  /** Whether asking the same again later may do. */
  readonly mayRetry: boolean;
}

/** How a refusal is answered, by its kind: the one table for every face. */
export const refusedAnswers: Readonly<Record<RefusedKind, RefusedAnswer>> = {
  "not-found": { exitCode: 1, httpStatus: 404, mayRetry: false },
  conflict: { exitCode: 1, httpStatus: 409, mayRetry: false },
  invalid: { exitCode: 2, httpStatus: 400, mayRetry: false },
  busy: { exitCode: 1, httpStatus: 503, mayRetry: true },
  unavailable: { exitCode: 1, httpStatus: 503, mayRetry: true },
};

/** The kind of an expected error, a refusal or a part that cannot be used; null when it is neither, but a fault. */
export function refusedKindOf(error: unknown): RefusedKind | null {
  if (error instanceof RefusedError) return error.kind;
  if (!(error instanceof Error)) return null;
  // By name, not by class: the modules of these classes are only loaded by what needs them.
  const kinds = kindsByName[error.name];
  if (kinds === undefined || typeof kinds === "string") return kinds ?? null;
  return kinds["code" in error ? String(error.code) : ""] ?? "unavailable";
}

const ofStore: Readonly<Record<StoreErrorCode, RefusedKind>> = {
  busy: "busy",
  locked: "busy",
  full: "unavailable",
  readonly: "unavailable",
  damaged: "unavailable",
  replaced: "unavailable",
  lost: "unavailable",
  failed: "unavailable",
  // No other try fixes these, only another configuration or installation.
  corrupt: "invalid",
  newer: "invalid",
  older: "invalid",
  missing: "invalid",
  unloadable: "invalid",
  moved: "invalid",
  incomplete: "invalid",
};

const ofChannel: Readonly<Record<ChannelErrorCode, RefusedKind>> = {
  missing: "invalid",
  "other-mount": "invalid",
  "other-store": "invalid",
  clash: "invalid",
  unusable: "unavailable",
  silent: "unavailable",
  dropped: "unavailable",
};

const kindsByName: Readonly<Record<string, RefusedKind | Readonly<Record<string, RefusedKind>>>> = {
  StoreError: ofStore,
  ChannelError: ofChannel,
  SftpError: "unavailable",
  CatalogueError: "invalid",
  ConfigError: "invalid",
  ProcessesError: "invalid",
};
