import { ChannelError } from "../../channels/channel-error.ts";
import { SftpError } from "../../channels/sftp/sftp-error.ts";
import { type RetryRule, retryWait } from "../../core/action/retry.ts";
import type { DeliveryEnd, DueFile } from "../../core/outbound/outbound.ts";
import { times } from "../../runtime/counted.ts";
import { errorMessage, sentence } from "../../runtime/error-message.ts";

/** After so many breaks a file is given up, when it looks as if the link breaks on it alone. */
const fewDrops = 4;
/** After so many in any case; until then the server may be at fault, since it breaks on others as well or is slow. */
const mostDrops = 8;

/** What one channel remembers, while the program runs, of files that the connection broke on. */
export class DroppedFiles {
  /** Whether others went through since the first break, by the file's id. */
  readonly #othersWent = new Map<number, boolean>();
  /** Files that it broke on while nothing else was sent, since the last one that arrived. */
  readonly #alone = new Set<number>();

  broke(id: number, isAlone: boolean): void {
    if (!this.#othersWent.has(id)) this.#othersWent.set(id, false);
    if (isAlone) this.#alone.add(id);
  }

  /** Files that arrived: they show that the server works. */
  delivered(ids: readonly number[]): void {
    if (ids.length === 0) return;
    for (const id of ids) this.#othersWent.delete(id);
    for (const id of this.#othersWent.keys()) this.#othersWent.set(id, true);
    this.#alone.clear();
  }

  /** Whether others went through since the connection first broke on this one. */
  othersWent(id: number): boolean {
    return this.#othersWent.get(id) ?? false;
  }

  /** Whether it broke on others alone as well, and nothing has arrived since. */
  breaksOnOthers(id: number): boolean {
    return [...this.#alone].some((other) => other !== id);
  }
}

/** Files that were being sent when the connection broke. */
export interface Drop {
  readonly error: ChannelError;
  /** Each with where it got to. */
  readonly files: ReadonlyMap<DueFile, "ready" | "uploaded">;
  /** Nothing else was asked of the link meanwhile. */
  readonly isAlone: boolean;
}

/** What a rule needs to know of the moment. */
interface Moment {
  readonly retry: RetryRule;
  readonly memory: DroppedFiles;
  readonly now: number;
  readonly chance: number;
}

/** How the attempts of all files of a drop end: those in company are sent alone next; one alone waits longer each time, and in the end is a person's. */
export function endsOfDrop({ files, isAlone, error }: Drop, moment: Moment): DeliveryEnd[] {
  const { retry, memory, now, chance } = moment;
  return [...files].map(([file, from]): DeliveryEnd => {
    const { id } = file;
    const drops = file.drops + 1;
    memory.broke(id, isAlone);
    const said = sayDrops(file, drops, error, files.size - 1);
    const later = { id, end: "dropped", isAlone, from, problem: `${said} ${next}` } as const;
    if (!isAlone) return { ...later, dueAt: now };
    const othersWent = memory.othersWent(id);
    const isSlow = error.cause instanceof SftpError && error.cause.code === "timeout";
    const isServers = !othersWent && (isSlow || memory.breaksOnOthers(id));
    const wait = retryWait(retry, file.attempts + 1, chance);
    if (wait !== null && drops < (isServers ? mostDrops : fewDrops))
      return { ...later, dueAt: now + wait };
    const problem = `${said} ${othersWent ? othersCame : ""}${sayAsk(file)}`;
    if (from === "ready") return { id, end: "failed", problem, isLeft: true };
    const mayBeThere = `It lay there whole under ${file.temporary}: ask as well whether it came.`;
    return { id, end: "unknown", problem: `${problem} ${mayBeThere}` };
  });
}

/** The channel's trouble, with the files that may be why. */
export function sayChannelDrop({ files, error, isAlone }: Drop): ChannelError {
  const names = [...files.keys()].map(({ id, name }) => `${name} (number ${id})`);
  const what = isAlone
    ? `It broke while ${names[0]} alone was being sent.`
    : `It broke while ${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""} ${names.length === 1 ? "was" : "were"} being sent: others go first now, then each of these alone.`;
  return new ChannelError(error.code, `${error.message} ${what}`, { cause: error });
}

const next = "It is sent again alone, after all others.";
const othersCame = "Other files went through meanwhile. ";

function sayDrops({ name }: DueFile, drops: number, error: ChannelError, others: number): string {
  const company = `together with ${others} other${others === 1 ? "" : "s"}`;
  const last = others > 0 ? company : "the last time while nothing else was";
  const why = sentence(errorMessage(error.cause ?? error));
  return `The connection broke ${times(drops)} while ${name} was being sent, ${last}: ${why}`;
}

function sayAsk({ sizeBytes, name }: DueFile): string {
  return `Ask the partner what the server does with ${name} of ${sizeBytes} bytes (a limit of size, a rule for names, a virus scanner). Then try it again, or send it again under a new name.`;
}
