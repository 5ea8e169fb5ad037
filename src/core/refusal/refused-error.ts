import type { Advice } from "../stuck/remedy.ts";

/**
 * Why something that was asked for is not done. `not-found`: what it is about is not there. `conflict`: its
 * state, or what somebody else did meanwhile, does not allow it. `invalid`: what was asked makes no sense here,
 * whatever is in the store. `busy`: another program is at it; the same may be asked again. `unavailable`:
 * something that it takes cannot be used, such as a partner's server or the store's disk.
 */
export type RefusedKind = "not-found" | "conflict" | "invalid" | "busy" | "unavailable";

/** What a refusal says beside its sentence. */
export interface RefusedDetails {
  /** Stable name of the reason, for programs, e.g. `ALREADY_VOID`. */
  readonly code?: string;
  /** What it is about, as people call it, e.g. `file 12`. */
  readonly about?: string;
  /** What a person can do. */
  readonly remedy?: Advice;
}

/**
 * The refusal of what a person or program asked for. Nothing was changed. Its message is one sentence that says
 * what and where; what to do is data, which each face of Busbar renders its own way.
 */
export class RefusedError extends Error {
  readonly kind: RefusedKind;
  readonly code: string | null;
  readonly about: string | null;
  readonly remedy: Advice | null;

  constructor(kind: RefusedKind, message: string, details: RefusedDetails & ErrorOptions = {}) {
    const { code = null, about = null, remedy = null, ...options } = details;
    super(message, options);
    this.name = "RefusedError";
    this.kind = kind;
    this.code = code;
    this.about = about;
    this.remedy = remedy;
  }
}

/** That something is not there; `about` as people call it, e.g. `file 12`. */
export function notFound(about: string, remedy?: Advice): RefusedError {
  return new RefusedError("not-found", `There is no ${about}`, {
    about,
    ...(remedy !== undefined && { remedy }),
  });
}
