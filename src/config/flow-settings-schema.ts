import { z } from "zod";
import { type FlowSettings, usualFlowSettings } from "../core/file/flow-settings.ts";
import type { SequenceRule } from "../core/file/sequence.ts";
import { answerRule } from "./expected-schema.ts";
import { durationExpected, parseDuration } from "./quantity.ts";
import { participantReference, quantity } from "./setting-types.ts";

/** A flow's reference without its version. */
export const flowReference = /^[A-Z][A-Z0-9-]{0,19}$/;

/** One of the words; what is left out is absent, not undefined. */
const oneOf = <const Word extends string>(...words: Word[]) =>
  z.enum(words, { error: `one of ${words.join(", ")}` });

const sequence = z
  .strictObject(
    {
      check: oneOf("strict", "warn", "off").optional(),
      onGap: oneOf("wait", "pass").optional(),
      waitFor: quantity(parseDuration, durationExpected, 0).optional(),
    },
    { error: "settings, such as { check: strict, onGap: pass }" },
  )
  .transform(
    ({ check, onGap, waitFor }): Partial<SequenceRule> => ({
      ...(check !== undefined && { check }),
      ...(onGap !== undefined && { onGap }),
      ...(waitFor !== undefined && { waitForMs: waitFor }),
    }),
  );

const identity = z
  .strictObject(
    { within: quantity(parseDuration, 'a span of time such as "1y" or "300d"', 86_400_000) },
    { error: "settings, such as { within: 1y }" },
  )
  .optional();

const sender = z.strictObject(
  { sequence: sequence.default({}) },
  { error: "settings, such as { sequence: { check: off } }" },
);

const given = z.strictObject(
  {
    codes: oneOf("advisory", "strict").default(usualFlowSettings.codes),
    checkDigits: oneOf("strict", "advisory").default(usualFlowSettings.checkDigits),
    refuse: oneOf("message", "file").default(usualFlowSettings.refuse),
    duplicates: oneOf("by-bytes", "by-name", "by-name-and-time", "never").optional(),
    identity,
    sequence: sequence.default({}),
    answer: answerRule.nullable().default(null),
    senders: z
      .record(
        z.string().regex(participantReference, {
          error: 'a participant such as UDMS, or with its role "D:UDMS"',
        }),
        sender,
        { error: "settings by sender, such as UDMS: { sequence: { check: off } }" },
      )
      .default({}),
  },
  { error: "settings, such as { codes: strict }" },
);

/** What `busbar.yaml` may say of one flow. */
export const flowSettings: z.ZodType<FlowSettings> = given.transform(
  ({ duplicates, identity: identifiers, ...said }): FlowSettings => ({
    ...said,
    duplicates: duplicates ?? usualFlowSettings.duplicates,
    identityWithinMs: identifiers?.within ?? usualFlowSettings.identityWithinMs,
  }),
);

/** The names of the settings that are allowed at a place below `flows`. */
export function flowSettingNames(at: readonly PropertyKey[]): string[] {
  if (at.at(-1) === "sequence") return ["check", "onGap", "waitFor"];
  if (at.at(-1) === "identity") return ["within"];
  if (at.at(-1) === "answer") return ["flows", "within", "calendar"];
  return at.includes("senders") ? Object.keys(sender.shape) : Object.keys(given.shape);
}
