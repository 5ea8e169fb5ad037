/** Columns of the bar itself. */
const barWidth = 30;

/** At most one drawing in this time, in milliseconds: a fast run must not be slowed by its own bar. */
const everyMs = 100;

/** A bar that shows how far a long command is. */
export interface Progress {
  /** So many are done. */
  show(done: number): void;
  /** So many bytes of a large file are, for instance, `checked`. */
  showBytes(what: string, doneBytes: number, sizeBytes: number): void;
  /** Takes the bar away, so that a line can be printed in its place. */
  clear(): void;
}

/** What a bar needs of standard error. */
export interface ProgressTerminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** A bar over `total` files and over the bytes of a large one on a terminal; nothing at all elsewhere. */
export function progressBar(
  terminal: ProgressTerminal,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  if (terminal.isTTY !== true)
    return { show: () => undefined, showBytes: () => undefined, clear: () => undefined };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let width = 0;

  function draw(part: number, text: string): void {
    if (part < 1 && now() - drawnAt < everyMs) return;
    drawnAt = now();
    const bar = "#".repeat(Math.floor(part * barWidth)).padEnd(barWidth, ".");
    // What is there may be longer.
    const line = `[${bar}] ${text}`.padEnd(width);
    terminal.write(`\r${line}`);
    width = line.length;
  }

  return {
    show(done) {
      if (total > 1) draw(done / total, `${done} of ${total} files`);
    },
    showBytes(what, done, size) {
      draw(done / size, `${megabytes(done)} of ${megabytes(size)} MB ${what}`);
    },
    clear() {
      if (width > 0) terminal.write("\r\u{1b}[K");
      width = 0;
    },
  };
}

function megabytes(bytes: number): string {
  return Math.round(bytes / 1e6).toLocaleString("en");
}
