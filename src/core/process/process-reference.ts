/** One way to read what a person names a process by; `type` is null where any will do. */
export interface ProcessReading {
  readonly type: string | null;
  readonly key: string;
}

/**
 * What a person may mean who names a process: its key, or its type and key, written `order/4711`. A key may
 * have a slash in it, so that both may fit; the key as a whole comes first.
 */
export function processReadings(text: string): readonly ProcessReading[] {
  const slash = text.indexOf("/");
  const whole = { type: null, key: text };
  if (slash <= 0 || slash === text.length - 1) return [whole];
  return [whole, { type: text.slice(0, slash), key: text.slice(slash + 1) }];
}
