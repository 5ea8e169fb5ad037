/** Columns of the bar itself. */
const barWidth = 30;

/** At most one drawing in this time, in milliseconds: a fast run must not be slowed by its own bar. */
const everyMs = 100;

/** A bar that shows how far a long command is. */
export interface Progress {
  /** So many are done. */
  show(done: number): void;
  /** Takes the bar away, so that a line can be printed in its place. */
  clear(): void;
}

/** What a bar needs of standard error. */
export interface ProgressTerminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** A bar over `total` files on a terminal; nothing at all elsewhere, or for one file. */
export function progressBar(
  terminal: ProgressTerminal,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  if (terminal.isTTY !== true || total < 2)
    return { show: () => undefined, clear: () => undefined };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show(done) {
      if (done < total && now() - drawnAt < everyMs) return;
      drawnAt = now();
      shown = true;
      const full = Math.floor((done / total) * barWidth);
      terminal.write(`\r[${"#".repeat(full).padEnd(barWidth, ".")}] ${done} of ${total} files`);
    },
    clear() {
      if (shown) terminal.write("\r\u{1b}[K");
      shown = false;
    },
  };
}
