/** `1 message`, `2 messages`; `1 process`, `2 processes` with the plural given. */
export function counted(count: number, what: string, plural = `${what}s`): string {
  return `${count} ${count === 1 ? what : plural}`;
}

/** `once`, `2 times`. */
export function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
