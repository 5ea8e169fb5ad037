/** Following what led to what. */
export interface TraceStore {
  /** The idempotency key of the command with a number; null when there is none. */
  commandKey(id: number): Promise<string | null>;
}
