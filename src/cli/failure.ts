import { refusedAnswers, refusedKindOf } from "../app/errors.ts";
import { RefusedError } from "../core/refusal/refused-error.ts";
import type { Advice } from "../core/stuck/remedy.ts";
import { sayFileError } from "../disk/file-error.ts";
import { beganInOwnModule, errorLine, errorStack, ownPlace } from "../runtime/error-stack.ts";
import { adviceText } from "./print/remedy-command.ts";

/** Exit code of a command: all good; something was refused or failed; wrong usage or configuration. */
export const exitCode = { good: 0, failed: 1, usage: 2 } as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A command that cannot go on, said in one sentence that says what to do. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, code: ExitCode = exitCode.failed) {
    super(message);
    this.name = "CommandFailure";
    this.exitCode = code;
  }
}

/** What to say about an error that ended a command, and its exit code. */
export function explain(error: unknown): { readonly text: string; readonly exitCode: ExitCode } {
  if (error instanceof CommandFailure) return { text: error.message, exitCode: error.exitCode };
  if (!(error instanceof Error)) return { text: String(error), exitCode: exitCode.failed };
  const kind = refusedKindOf(error);
  if (kind !== null) return { text: refusedText(error), exitCode: refusedAnswers[kind].exitCode };
  if (isDamage(error))
    return {
      text: `something in the store cannot be read: ${error.message}; \`busbar verify\` says what and where`,
      exitCode: exitCode.failed,
    };
  const text = errorStack(error);
  const ofDisk = beganInOwnModule(text) ? null : sayFileError(error);
  if (ofDisk !== null)
    return { text: ofDisk.text, exitCode: ofDisk.isLasting ? exitCode.usage : exitCode.failed };
  if (ownPlace(text) !== null)
    return {
      text: `a module of this installation threw ${errorLine(text)}; correct it there`,
      exitCode: exitCode.failed,
    };
  return {
    text: `this is a mistake in Busbar; please report it with these lines:\n${text}`,
    exitCode: exitCode.failed,
  };
}

/** What an expected error says, with what to do about it as a command. */
function refusedText(error: Error): string {
  if (error instanceof RefusedError) {
    const code = error.code === null ? "" : ` (${error.code})`;
    // It follows the program's name and a colon.
    const message = error.message.slice(0, 1).toLowerCase() + error.message.slice(1);
    return `${withAdvice(message, error.remedy)}${code}`;
  }
  const remedy = "remedy" in error ? (error.remedy as Advice | null) : null;
  return withAdvice(error.message, remedy);
}

function withAdvice(message: string, remedy: Advice | null): string {
  if (remedy === null) return message;
  const advised = adviceText(remedy);
  return message.endsWith(".") ? `${message} ${advised}.` : `${message}; ${advised}`;
}

/** Says what was refused of several things, and gives the exit code of a command that goes on after it. */
export function sayRefused(
  { say }: { readonly say: (text: string) => void },
  refused: RefusedError,
): ExitCode {
  say(`busbar: ${refusedText(refused)}`);
  return exitCode.failed;
}

/** A text of JSON or a page that was cut short or altered since it was stored. */
function isDamage(error: Error): boolean {
  if (error.name === "SyntaxError") return /JSON/.test(error.message);
  const code = "code" in error ? String(error.code) : "";
  return code.startsWith("SQLITE_CORRUPT") || error.message === "malformed JSON";
}
