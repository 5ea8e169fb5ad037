import { RefusedError } from "./refused-error.ts";

/** Whether bytes could not be read since a row says that they were dropped for their age, or erased as a whole. */
export function areBytesGone(error: unknown): error is RefusedError {
  return (
    error instanceof RefusedError &&
    (error.code === "BYTES_DROPPED" || error.code === "BYTES_ERASED")
  );
}
