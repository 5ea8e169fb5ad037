import type { Who } from "../access/who.ts";

/** A request that only reads, after all that is asked of a request. */
export interface ReadRequest {
  /** Path and query, e.g. `/api/v1/files?limit=10`. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly requestId: string;
  readonly from: string;
  readonly who: Who;
}

/** Answers requests that only read. */
export interface Reads {
  /** Rejects with a refusal when it takes too long, or too many wait. */
  answer(request: ReadRequest): Promise<Response>;
  close(): Promise<void>;
}
