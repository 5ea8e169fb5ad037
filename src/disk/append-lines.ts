import { closeSync, constants, openSync, writeSync } from "node:fs";

/** So many characters are gathered before they are written. */
const gatheredCharacters = 1 << 16;

const appendFlags =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

/** Opens a file of ours to add to its end, and makes it when it is not there. */
export function openForLog(path: string): number {
  return openSync(path, appendFlags, 0o640);
}

/** Lines that are added to the end of a file that was not there; they are written in pieces, the last by `close`. */
export class LineFile {
  readonly #descriptor: number;
  #gathered = "";

  /** Throws `EEXIST` when anything is there. */
  constructor(path: string) {
    this.#descriptor = openSync(path, appendFlags | constants.O_EXCL, 0o640);
  }

  /** Adds a line. */
  add(line: string): void {
    this.#gathered += `${line}\n`;
    if (this.#gathered.length >= gatheredCharacters) this.flush();
  }

  /** Writes what is gathered. */
  flush(): void {
    if (this.#gathered !== "") writeSync(this.#descriptor, this.#gathered);
    this.#gathered = "";
  }

  /** Writes what is gathered; nothing can be added any more. */
  close(): void {
    this.flush();
    closeSync(this.#descriptor);
  }
}
