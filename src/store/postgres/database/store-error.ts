import pg from "pg";
import { advice } from "../../../core/stuck/remedy.ts";
import { shownStore } from "../../../core/text/store-location.ts";
import { sealedWords } from "../../move/store-mark.ts";
import { StoreError, type StoreErrorCode } from "../../port/store-error.ts";

/** The server's code for what went wrong, or that of the connection; null when the error is neither's. */
function serverCode(error: unknown): string | null {
  if (error instanceof pg.DatabaseError) return error.code ?? null;
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return brokenWords.test(error.message) ? "08006" : null;
}

/** What the driver says of a connection that is gone, without a code. */
const brokenWords =
  /^(Connection terminated|Query read timeout|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|The server does not support SSL)/;

/** Whether two transactions were in each other's way: the same again is likely to succeed. */
function isClash(error: unknown): boolean {
  const code = serverCode(error);
  return code === "40001" || code === "40P01" || code === "55P03";
}

/** Whether a statement is not under its name in this session, or another one is. */
export function isNameLost(error: unknown): boolean {
  const code = serverCode(error);
  return code === "26000" || code === "42P05";
}

/** Whether the connection broke or there is none, so that nothing is known of what ran on it. */
export function isBroken(error: unknown): boolean {
  const code = serverCode(error);
  return code !== null && (brokenCodes.has(code) || code.startsWith("08") || code.startsWith("E"));
}

/** Whether the same again is likely to succeed, now or soon. */
export function isPassing(error: unknown): boolean {
  return isClash(error) || isBroken(error);
}

/** Ended by an administrator or a restart; the server is starting or has no session left; and by an idle limit. */
const brokenCodes = new Set(["57P01", "57P02", "57P03", "53300", "25P03", "57P05"]);

/** Whether the store as a whole failed, so that no other row would fare better. */
export function isOfStore(error: unknown): boolean {
  return error instanceof StoreError || storeErrorCode(error) !== null;
}

/** The refusal of one thing whose row cannot be read, as people call it. */
export function damagedError(about: string, cause: unknown): StoreError {
  const first = cause instanceof StoreError ? (cause.cause ?? cause) : cause;
  const why = first instanceof Error ? first.message : String(first);
  return new StoreError(
    "damaged",
    `${about} cannot be read: ${why}. docs/guides/backup-and-restore.md says how to put a backup in its place.`,
    { cause, remedy: advice("`{}` says what else is damaged", { remedy: "verify-store" }) },
  );
}

/** Whether what a row holds is to blame: a damaged page, a cut text of JSON, a number out of bounds. */
export function isDamage(error: unknown): boolean {
  if (error instanceof StoreError) return error.code === "corrupt" || error.code === "damaged";
  const code = serverCode(error);
  if (code === null) return error instanceof Error;
  return code.startsWith("XX") || code.startsWith("22");
}

/** The error as the callers of a store know it; one that is not the store's is a bug and stays as it is. */
export function asStoreError(error: unknown, location: string): unknown {
  const code = storeErrorCode(error);
  if (code !== "moved") return code === null ? error : storeError(code, location, error);
  const to = error instanceof Error ? error.message.slice(sealedWords.length) : "";
  return storeError(code, location, new Error(to));
}

/** What the server says of whoever writes into a store that was moved. */
export const sealedCode = "BS001";

const prefixes: readonly (readonly [prefix: string, code: StoreErrorCode])[] = [
  [sealedCode, "moved"],
  ["53100", "full"],
  ["53", "busy"],
  ["40", "busy"],
  ["55P03", "busy"],
  ["25006", "readonly"],
  ["42501", "readonly"],
  ["28", "readonly"],
  ["3D000", "missing"],
  ["42P01", "corrupt"],
  ["42703", "corrupt"],
  ["XX", "corrupt"],
  ["08", "failed"],
  ["57", "failed"],
  ["58", "failed"],
  ["25P03", "failed"],
  ["E", "failed"],
];

function storeErrorCode(error: unknown): StoreErrorCode | null {
  const code = serverCode(error);
  if (code === null) return null;
  return prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}

/** A failure of the store in the database at `location`, said in a sentence or two. */
export function storeError(code: StoreErrorCode, location: string, cause?: unknown): StoreError {
  return new StoreError(code, sentence(code, shownStore(location), cause), { cause });
}

function sentence(code: StoreErrorCode, location: string, cause: unknown): string {
  const why = cause instanceof Error ? cause.message : String(cause);
  switch (code) {
    case "full":
      return `The disk of the database ${location} is full. Make room there; what was not stored is tried again.`;
    case "busy":
      return `The database ${location} is kept busy by others for longer than Busbar waits (${why}). Try again when they are done.`;
    case "readonly":
      return `The database ${location} cannot be written: ${why}. Give its user the rights of an owner, and see that the server is no standby.`;
    case "corrupt":
      return `The database ${location} is damaged or holds something else than a Busbar store: ${why}. Put a backup in its place, or name a database of its own.`;
    case "damaged":
      return damagedError(location, cause).message;
    case "newer":
      return `The store in ${location} was made by a newer Busbar. Install that version or a later one.`;
    case "older":
      return `The store in ${location} has the tables of an older Busbar. Start the daemon or any command that writes once, which brings them up to date.`;
    case "missing":
      return `There is no store in ${location}. Make the database, or correct the address in the configuration.`;
    case "locked":
      return `Another daemon runs on the store in ${location}. Stop it first, or give this one a database of its own.`;
    case "lost":
      return `Another daemon has taken the store in ${location} over.`;
    case "replaced":
      return `Another store is in ${location} than the one that this program has open. Stop the daemon, put the right one back, and start it again.`;
    case "moved":
      return (
        `The store in ${location} was moved to ${why}. Name that one by ` +
        "`store:` in the configuration; this one refuses every change, since its numbers are given there now."
      );
    case "incomplete":
      return (
        `The store in ${location} is not whole: a move from ${why} into it was not finished. ` +
        "Move it again (docs/guides/move-store.md), which begins anew; the old store is as it was."
      );
    case "unloadable":
    case "failed":
      return `The database ${location} could not be used: ${why}. See that the server runs and can be reached; what was not stored is tried again.`;
  }
}

/** That a server follows another one: soon it may be promoted, or the address lead to one that was. */
export function standbyError(): Error {
  return Object.assign(new Error("the server is a standby"), { code: "57P03" });
}

/** The refusal to write by who opened a store to read it alone. */
export function readOnlyRefusal(location: string): StoreError {
  return asStoreError(
    Object.assign(new Error("it was opened to be read"), { code: "25006" }),
    location,
  ) as StoreError;
}
