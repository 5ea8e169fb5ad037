import {
  type ReleaseContext,
  type Released,
  releaseAll,
  releaseWords,
  tryRelease,
} from "../../app/commands/release-cause.ts";
import { viewReleased } from "../../app/views/file-view.ts";
import type { StuckItem } from "../../core/stuck/stuck.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { decisionOf } from "../outbound/decision.ts";
import { adviceText } from "../print/remedy-command.ts";
import { oneLine, visible } from "../print/visible.ts";
import { type Session, withStore } from "../session.ts";
import { noSuchCause } from "../stuck/stuck.ts";

/** `busbar reprocess --cause ID`. */
export interface ReprocessCauseOptions extends JsonOption {
  readonly dryRun?: boolean;
  readonly actor?: string;
}

/** Things told one by one; of more, only those that stay stuck and how many there were. */
const toldOneByOne = 50;

/**
 * `busbar reprocess --cause ID`: everything that is stuck for one cause tried again, whatever its kind,
 * those that were dismissed left out. With `--dry-run`, what that would come to.
 */
export function reprocessCause(
  context: CommandContext,
  cause: string,
  options: ReprocessCauseOptions,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const items = await Array.fromAsync(session.store.stuck.list({ cause }));
    const [first] = items;
    if (first === undefined) throw noSuchCause(cause);
    const release = await releaseContext(session, cause, options);
    if (!options.json) {
      const would = options.dryRun ? "A dry run, nothing is changed" : "Trying again";
      await output.line(`${would}: ${releaseWords(first.kind, items.length)}.`);
      await output.flush();
    }
    const outcomes = options.dryRun ? tried(release, items) : releaseAll(release, items);
    let free = 0;
    for await (const outcome of outcomes) {
      if (outcome.free) free += 1;
      if (options.json) await output.json(viewReleased(outcome, saidText(outcome.said)));
      else if (items.length <= toldOneByOne || !outcome.free) await output.line(line(outcome));
    }
    const left = items.length - free;
    const now = free === 1 ? "is released" : "are released";
    const are = options.dryRun ? "would be released" : now;
    if (!options.json)
      await output.line(`${free} ${are}, ${left} stay${left === 1 ? "s" : ""} stuck.`);
    return left === 0 ? exitCode.good : exitCode.failed;
  });
}

async function releaseContext(
  session: Session,
  cause: string,
  options: ReprocessCauseOptions,
): Promise<ReleaseContext> {
  const reason = `tried again with all of cause ${cause}`;
  const { actor } = decisionOf({ ...options, reason });
  return {
    recording: await session.recording(),
    definitions: await session.definitions(),
    actor,
    reason,
  };
}

async function* tried(
  context: ReleaseContext,
  items: readonly StuckItem[],
): AsyncGenerator<Released> {
  for (const item of items) yield await tryRelease(context, item);
}

function line({ item, said }: Released): string {
  return `  ${visible(item.item)}, ${visible(item.name)}: ${oneLine(saidText(said))}`;
}

function saidText(said: Released["said"]): string {
  return typeof said === "string" ? said : adviceText(said);
}
