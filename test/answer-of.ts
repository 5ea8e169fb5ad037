import { RefusedError } from "../src/core/refusal/refused-error.ts";

/** What a promise gives, or the refusal that it rejects with. */
export function answerOf<Answer>(promise: Promise<Answer>): Promise<Answer | RefusedError> {
  return promise.catch((error: unknown) => {
    if (error instanceof RefusedError) return error;
    throw error;
  });
}
