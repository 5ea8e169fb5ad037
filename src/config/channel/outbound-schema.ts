import { z } from "zod";
import type { Party } from "../../core/file/envelope.ts";
import { flowReference } from "../flow-settings-schema.ts";
import { pgpOut } from "../pgp.ts";
import { durationExpected, parseDuration } from "../quantity.ts";
import { participantReference, quantity, shownAs } from "../setting-types.ts";
import { hasWord, templateFault, templateWords } from "./name-template.ts";
import { outboundDefaults, ownNameAtOnce } from "./outbound-channel.ts";
import { loginExpected, serverSettingNames, sftpServerSettings } from "./sftp-server-schema.ts";

const participantId = /^[A-Z0-9]{1,10}$/;

/** Who an installation is in the market, as an envelope says it. */
export const participant = z
  .strictObject(
    {
      role: z.string({ error: "a role letter such as X" }).regex(/^[A-Z0-9]{1,2}$/, {
        error: "a role letter such as X",
      }),
      id: z.string({ error: "a participant id such as SUPP" }).regex(participantId, {
        error: "a participant id such as SUPP",
      }),
    },
    { error: "role and id, such as { role: X, id: SUPP }" },
  )
  .transform(({ role, id }): Party => ({ role, participant: id }));

/** A text with words in braces. */
function template(expected: string, words: readonly string[], needed: string | null) {
  return z.string({ error: expected }).superRefine((value, context) => {
    const fault = value.trim() === "" ? expected : templateFault(value, words);
    if (fault !== null) context.addIssue({ code: "custom", message: fault });
    else if (needed !== null && !value.includes(`{${needed}`))
      context.addIssue({ code: "custom", message: `{${needed}} in it, so that no two are alike` });
  });
}

const nameExpected = 'a name such as "{flow}_{identifier}.{extension}"';

const fileName = z.string({ error: nameExpected }).superRefine((value, context) => {
  const fault = value.trim() === "" ? nameExpected : templateFault(value, templateWords);
  const complain = (message: string) => context.addIssue({ code: "custom", message });
  if (fault !== null) complain(fault);
  else if (value.includes("/")) complain("a name without /");
  else if (!hasWord(value, "number") && !hasWord(value, "identifier"))
    complain("{identifier} or {number} in it, so that no two are alike");
});

const wholeNumber = (expected: string) =>
  z.int({ error: expected }).min(1, { error: expected }).max(1_000_000, { error: expected });

const duration = (least: number) => quantity(parseDuration, durationExpected, least);

const numberExpected = "a number, 1 or more";

const oneOf = <const Word extends string>(...words: Word[]) =>
  z.enum(words, { error: `one of ${words.join(", ")}` });

/** How something that failed is tried again. */
export const retry = z
  .strictObject(
    {
      first: duration(1).default(outboundDefaults.retry.firstMs),
      longest: duration(1).default(outboundDefaults.retry.longestMs),
      attempts: wholeNumber("a number of attempts, or null for no end").nullable().default(null),
    },
    { error: "settings, such as { first: 1s, longest: 5m }" },
  )
  .transform(({ first, longest, attempts }) => ({ firstMs: first, longestMs: longest, attempts }))
  .default(outboundDefaults.retry);

const batch = z
  .strictObject(
    {
      messages: wholeNumber("a number of messages, 1 or more").default(1),
      wait: duration(0).default(0),
    },
    { error: "settings, such as { messages: 100, wait: 5m }" },
  )
  .transform(({ messages, wait }) => ({ messages, waitMs: wait }))
  .default(outboundDefaults.batch);

const flows = z
  .array(z.string().regex(flowReference, { error: "a flow such as D0155" }), {
    error: "a list of flows, such as [D0155, D0148]",
  })
  .min(1, { error: "at least one flow; leave it out for all" })
  .nullable()
  .default(null);

const recipients = z
  .array(
    z.string().regex(participantReference, {
      error: 'a participant such as UDMS, or with its role "M:UDMS"',
    }),
    { error: "a list of participants, such as [UDMS]" },
  )
  .min(1, { error: "at least one participant; leave it out for all" })
  .nullable()
  .default(null);

/** Only a server may rename nothing; a folder here always can. */
function temporary(mayBeNone: boolean) {
  const named = template(
    'a name such as ".{random}.part", or one in another folder such as "temp/{random}"',
    ["random", "name"],
    "random",
  ).refine((value) => !/\{random.*\//.test(value), { error: "{random} behind the last /" });
  const none = z.literal("none").transform(() => ownNameAtOnce);
  const read = z.unknown().transform((value, context) => {
    const name = (mayBeNone && value === "none" ? none : named).safeParse(value);
    if (name.success) return name.data;
    for (const { message } of name.error.issues) context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
  return shownAs(read, () => (mayBeNone ? z.union([named, z.literal("none")]) : named)).default(
    outboundDefaults.temporaryName,
  );
}

/** The settings that every channel for outgoing files has. */
const outboundFiles = {
  direction: z.literal("out"),
  path: template("a path, relative to this file or absolute", templateWords, null).refine(
    (value) => !hasWord(value, "number") && !hasWord(value, "identifier"),
    { error: "a folder for more than one file: no {number} or {identifier} in it" },
  ),
  from: participant.nullable().default(null),
  flows,
  recipients,
  name: fileName.default(outboundDefaults.fileName),
  temporary: temporary(false),
  identifier: template(
    'an identifier such as "{number:10}"',
    templateWords.filter((word) => word !== "identifier"),
    "number",
  )
    .nullable()
    .default(outboundDefaults.identifier),
  numbering: oneOf("flow", "recipient", "channel").default(outboundDefaults.numbering),
  firstNumber: z
    .int({ error: numberExpected })
    .min(1, { error: numberExpected })
    .max(999_999_999_999, { error: numberExpected })
    .default(outboundDefaults.firstNumber),
  lineEnd: oneOf("LF", "CRLF").default(outboundDefaults.lineEnd),
  finalNewline: z.boolean({ error: "true or false" }).default(outboundDefaults.finalNewline),
  batch,
  test: z
    .string({ error: "a test data flag such as TR01, or null for none" })
    .regex(/^[A-Z0-9]{1,8}$/, { error: "a test data flag such as TR01, or null for none" })
    .nullable()
    .default(outboundDefaults.testFlag),
  retry,
  keepOrder: z.boolean({ error: "true or false" }).default(outboundDefaults.keepOrder),
  pgp: pgpOut.nullable().default(outboundDefaults.pgp),
};

/** A folder that files are put into. */
export const outboundFolder = z.strictObject({
  kind: z.literal("folder").default("folder"),
  ...outboundFiles,
});

/** A folder at a partner's server that files are put into. */
export const outboundSftp = z
  .strictObject({
    kind: z.literal("sftp"),
    ...outboundFiles,
    temporary: temporary(true),
    ...sftpServerSettings,
  })
  .superRefine(({ key, agent, password }, context) => {
    if (key === null && agent === null && password === null)
      context.addIssue({ code: "custom", path: ["key"], message: loginExpected });
  });

/** The names of the settings that are allowed inside one of an outbound channel's, for suggestions. */
export function outboundSettingNames(at: readonly PropertyKey[]): string[] {
  if (at[0] === "batch") return ["messages", "wait"];
  if (at[0] === "retry") return ["first", "longest", "attempts"];
  return at[0] === "from" ? Object.keys(participant.in.shape) : serverSettingNames(at[0]);
}

/** What `busbar.yaml` says of a channel that leads out. */
export type OutboundSettings = z.output<typeof outboundFolder> | z.output<typeof outboundSftp>;
