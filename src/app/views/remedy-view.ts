import { z } from "zod";
import { interventionKinds } from "../../core/action/ledger.ts";
import { holdableStages } from "../../core/hold/hold.ts";
import type { Advice, Remedy } from "../../core/stuck/remedy.ts";
import { id, list } from "./parts.ts";

const one = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ remedy: z.literal(name), ...shape });

const anyId = id.nullable();
const text = z.string();

/** Something that a person can do, and on what; null names any of its kind. The command line has a command for each. */
export const remedyView = z.discriminatedUnion("remedy", [
  one("reprocess-cause", { cause: text }),
  one("dismiss-cause", { cause: text }),
  one("dismiss-item", { item: text }),
  one("show-cause", { cause: text }),
  one("decide-file", { file: anyId, decision: z.literal("keep-both").exactOptional() }),
  one("release-file", { file: id }),
  one("decide-action", { verbs: list(z.enum(interventionKinds)), action: id }),
  one("decide-outbound", {
    verbs: list(z.enum(["cancel", "confirm", "release", "resend", "retry"])),
    outbound: id,
  }),
  one("void-event", { event: anyId }),
  one("correct-event", { event: anyId }),
  one("reprocess-file", { file: anyId }),
  one("restate-file", { file: id, dryRun: z.literal(true) }),
  one("replay-all", {}),
  one("backfill-type", { type: text }),
  one("verify-store", {}),
  one("release-hold", {
    hold: z.strictObject({
      stage: z.enum(holdableStages),
      channel: text.nullable(),
      type: text.nullable(),
      name: text.nullable(),
    }),
  }),
  one("start-daemon", {}),
  one("list", {
    of: z.enum(["file", "event", "process", "command", "action", "outbound", "flow"]),
    named: text.exactOptional(),
  }),
  one("list-events", { file: id }),
  one("list-commands", { type: text }),
  one("list-stuck", { dismissed: z.boolean().exactOptional() }),
  one("show-file", { file: id, raw: z.boolean().exactOptional() }),
  one("show-event", { event: id }),
  one("show-process", { key: text, type: text }),
  one("build-process", { key: text, type: text, asOf: z.int().exactOptional() }),
  one("show-action", { action: id }),
  one("show-outbound", { outbound: id }),
  one("show-status", {}),
  one("list-waiting", {}),
  one("list-codes", {}),
  one("explain-code", { code: text }),
  one("make-config", {}),
  one("list-expected", {}),
  one("list-channels", {}),
  one("show-channel", { channel: text.exactOptional() }),
  one("poll-channel", { channel: text }),
  one("tell-story", { item: text }),
  one("search-more", {}),
  one("search", { text }),
]);

/** A remedy as views give it. */
export type RemedyView = z.infer<typeof remedyView>;

/** A remedy for programs. */
export function viewRemedy(remedy: Remedy): RemedyView {
  if (remedy.remedy !== "release-hold") return remedy;
  const { stage, channel, type, name } = remedy.hold;
  return { remedy: "release-hold", hold: { stage, channel, type, name } };
}

/** What helps, in words; each `{}` in them stands for the next of the remedies. */
export const adviceView = z.strictObject({ say: text, remedies: list(remedyView) });

/** Advice for programs. */
export function viewAdvice({ say, remedies }: Advice): z.infer<typeof adviceView> {
  return { say, remedies: remedies.map(viewRemedy) };
}
