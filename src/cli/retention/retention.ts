import { keptTotals, listRetentions } from "../../app/queries/retention.ts";
import { retentionTurns } from "../../app/retention/retention-turns.ts";
import type { RetentionTurn } from "../../app/retention/turn.ts";
import {
  viewKeptBytes,
  viewRetained,
  viewRetention,
} from "../../app/views/daemon/retention-view.ts";
import type { RetentionRule } from "../../config/retention.ts";
import { durationText } from "../../core/text/duration-text.ts";
import { counted } from "../../runtime/counted.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { Retention } from "../../store/port/retention-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { actorOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar retention run`. */
export interface RetentionRunOptions extends JsonOption {
  readonly dryRun?: boolean;
  readonly actor?: string;
}

/** How many of something there were, and how many bytes. */
interface Sum {
  contents: number;
  bytes: number;
}

/** `busbar retention run`: keeps bytes no longer than the settings say, or says what that would do. */
export function retentionRun(
  context: CommandContext,
  options: RetentionRunOptions,
): Promise<ExitCode> {
  const { output } = context;
  const { dryRun: isDry = false, json = false } = options;
  return withStore(context, async (session) => {
    const rule = session.config.retention;
    const sums = new Map<string, Sum>();
    for await (const turn of retentionTurns(session, { actor: actorOf(options), isDry })) {
      add(sums, turn);
      if (json) await output.json(viewRetained(turn));
      await output.flush();
    }
    if (!json) await output.lines(linesOf(rule, sums, isDry));
    return exitCode.good;
  });
}

function add(sums: Map<string, Sum>, { kind, of, contents, bytes }: RetentionTurn): void {
  const name = kind === "kept-back" ? `${kind} ${of}` : kind;
  const sum = sums.get(name) ?? { contents: 0, bytes: 0 };
  sums.set(name, { contents: sum.contents + contents, bytes: sum.bytes + bytes });
}

const kinds = ["unarchived", "dropped", "packed"] as const;

/** What is done with each kind: what it is counted in, how it is said, and what would be. */
const said = {
  unarchived: [
    "archived or refused file",
    "removed from archive and quarantine folders",
    "would be removed",
  ],
  dropped: ["file's bytes", "dropped for good", "would be dropped for good"],
  packed: ["file's bytes", "moved into packs", "would be moved into packs"],
} as const;

function linesOf(rule: RetentionRule, sums: ReadonlyMap<string, Sum>, isDry: boolean): string[] {
  const lines = kinds.flatMap((kind) => {
    const [thing, done, would] = said[kind];
    const sum = sums.get(kind);
    const stays = sums.get(`kept-back ${kind}`);
    return [
      ...(sum === undefined ? [] : [`${amount(sum, thing)} ${isDry ? would : done}.`]),
      ...(stays === undefined
        ? []
        : [`${amount(stays, thing)} old enough to be ${done}, and kept: ${whyKept(kind)}.`]),
    ];
  });
  if (lines.length > 0) return lines;
  const isOff = Object.values(rule).every((ms) => ms === null);
  return isOff
    ? ["Everything is kept as it came: set `retention` in busbar.yaml to change that."]
    : ["Nothing is old enough."];
}

function whyKept(kind: (typeof kinds)[number]): string {
  const waits = "something of it is stuck, on hold or not finished";
  return kind === "unarchived" ? `${waits}, or the store does not have it` : waits;
}

function amount({ contents, bytes }: Sum, thing: string): string {
  const many =
    thing === "file's bytes" ? `Bytes of ${counted(contents, "file")}` : counted(contents, thing);
  return `${many} (${bytes} bytes)`;
}

/** `busbar retention show`: how much is kept where, and what was done. */
export function retentionShow(context: CommandContext, { json }: JsonOption): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const totals = await keptTotals(session);
    if (json) await output.json(viewKeptBytes(totals));
    else {
      const { inStore, inPacks, dropped } = totals;
      await output.lines([
        `Settings   ${settingsLine(session.config.retention)}`,
        `In store   ${amount(inStore, "file's bytes")}`,
        `In packs   ${amount(inPacks, "file's bytes")}, ${inPacks.size} bytes as they lie there`,
        `Dropped    ${amount(dropped, "file's bytes")}`,
      ]);
    }
    for await (const done of listRetentions(session))
      if (json) await output.json(viewRetention(done));
      else await output.line(doneLine(done));
    return exitCode.good;
  });
}

function settingsLine(rule: RetentionRule): string {
  const { packAfterMs, dropAfterMs, archiveAfterMs, quarantineAfterMs } = rule;
  const age = (ms: number | null) => (ms === null ? "never" : `after ${durationText(ms)}`);
  return `pack ${age(packAfterMs)}, drop ${age(dropAfterMs)}, archive ${age(archiveAfterMs)}, quarantine ${age(quarantineAfterMs)}`;
}

function doneLine({ at, kind, contents, bytes, actor, reason }: Retention): string {
  const [thing, done] = said[kind];
  return `${localTime(at)}  ${amount({ contents, bytes }, thing)} ${done}; ${visible(actor)}: ${visible(reason)}`;
}
