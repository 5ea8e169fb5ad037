import { z } from "zod";
import { folderDefaults } from "./channel.ts";
import { flowReference, flowSettingNames, flowSettings } from "./flow-settings-schema.ts";
import { durationExpected, parseDuration, parseSize, sizeExpected } from "./quantity.ts";

/** Text that is not empty. */
const text = (expected: string) =>
  z.string({ error: expected }).refine((value) => value.trim() !== "", { error: expected });

const path = text("a path, relative to this file or absolute");

/** Text read as a number with a unit; the number is bounded below. */
function quantity(parse: (text: string) => number | null, expected: string, least: number) {
  return z.unknown().transform((value, context) => {
    const amount = typeof value === "string" ? parse(value) : null;
    if (amount !== null && amount >= least) return amount;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });
}

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

const markerExpected = 'a name made of the file\'s, such as "{name}.done", or null';

/** A folder that files are taken from. */
const folderChannel = z.strictObject(
  {
    kind: z.literal("folder", { error: 'the word "folder"' }).default("folder"),
    direction: z.literal("in", { error: 'the word "in"' }).default("in"),
    path,
    work: path.optional(),
    archive: path.default("archive"),
    quarantine: path.default("quarantine"),
    steady: quantity(parseDuration, durationExpected, 0).default(folderDefaults.steadyMs),
    poll: quantity(parseDuration, `${durationExpected}, at least 100ms`, 100).default(
      folderDefaults.pollMs,
    ),
    ignore: z
      .array(text('a name pattern such as "*.tmp"'), { error: "a list of name patterns" })
      .default([...folderDefaults.ignore]),
    marker: z
      .string({ error: markerExpected })
      .refine((value) => value.includes("{name}") && !value.includes("/"), {
        error: markerExpected,
      })
      .nullable()
      .default(folderDefaults.marker),
  },
  { error: "settings, such as { path: inbox }" },
);

const channelName = /^[a-z0-9][a-z0-9_-]{0,62}$/i;

/**
 * The shape of `busbar.yaml`. Every error message says what is expected, as the end of a sentence
 * that `read-settings.ts` begins with the place and what was found.
 */
export const settings = z.strictObject(
  {
    store: path.default("var/busbar.db"),
    blobs: path.default("var/blobs"),
    largeFiles: quantity(parseSize, sizeExpected, 1).prefault("8 MiB"),
    catalogues: z
      .array(text("a file or folder of flow definitions"), {
        error: "a list of files and folders, such as [flows]",
      })
      .default([]),
    live: z.boolean({ error: "true or false" }).default(false),
    flows: z
      .record(z.string().regex(flowReference, { error: "a flow such as D0010" }), flowSettings, {
        error: "settings by flow, such as D0010: { codes: strict }",
      })
      .default({}),
    log: z.enum(logLevels, { error: `one of ${logLevels.join(", ")}` }).default("info"),
    channels: z
      .record(
        z.string().regex(channelName, { error: "a name of letters, digits, - and _" }),
        folderChannel,
        { error: "channels by name, such as inbox: { path: inbox }" },
      )
      .default({}),
  },
  { error: "settings, such as store: var/busbar.db" },
);

/** What `busbar.yaml` says, with what it leaves out filled in. */
export type Settings = z.output<typeof settings>;

/** The names of the settings that may stand at this place, for suggestions. */
export function settingNames(at: readonly PropertyKey[]): string[] {
  if (at.length === 0) return Object.keys(settings.shape);
  return at[0] === "flows" ? flowSettingNames(at) : Object.keys(folderChannel.shape);
}
