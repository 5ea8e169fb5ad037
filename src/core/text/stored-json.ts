/** Stored JSON as a value; a text that is damaged is there as it is, so that the rest is shown all the same. */
export function storedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { damaged: text };
  }
}
