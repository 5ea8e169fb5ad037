import { z } from "zod";
import type { RunnableCommand } from "../../core/define/command.ts";
import type { Refusal } from "../../core/define/effect.ts";
import { storedJson } from "../../core/text/stored-json.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import type { CommandRecord } from "../../store/port/processes/command-store.ts";
import { id, list, moment } from "./parts.ts";

/** A command that a process understands; `data` is the JSON Schema of what it takes. */
export const commandDefinitionView = z.strictObject({
  processType: z.string(),
  name: z.string(),
  about: z.string(),
  opens: z.boolean(),
  data: z.looseObject({}),
});

/** A command that a process understands, as views give it. */
export type CommandDefinitionView = z.infer<typeof commandDefinitionView>;

/** A command that may be asked of a type of process, for programs. */
export function viewCommandDefinition(
  processType: string,
  { name, about, opens, jsonSchema }: RunnableCommand,
): CommandDefinitionView {
  return { processType, name, about, opens, data: { ...jsonSchema() } };
}

/** A command that was asked of a process and is kept; `repeated`: its key had this answer already. */
export const commandView = z.strictObject({
  key: z.string(),
  name: z.string(),
  processType: z.string(),
  processKey: z.string(),
  data: z.unknown(),
  actor: z.string(),
  at: moment,
  outcome: z.enum(["recorded", "refused", "failed"]),
  code: z.string().nullable(),
  message: z.string().nullable(),
  events: list(id),
  repeated: z.boolean(),
  kept: z.literal(true),
});

/** A command for programs, with what came of it. */
export function viewCommand(
  { id: _, data, at, ...command }: CommandRecord,
  repeated: boolean,
): z.infer<typeof commandView> {
  return { ...command, data: storedJson(data), at: utcTime(at), repeated, kept: true };
}

/** A command that was refused before anything was kept of it: there is none of that name, or its data is wrong. */
export const refusedCommandView = z.strictObject({
  outcome: z.literal("refused"),
  code: z.string(),
  message: z.string(),
  events: list(id),
  kept: z.literal(false),
});

/** A command that was not kept, for programs. */
export function viewRefusedCommand(
  refusal: Pick<Refusal, "code" | "message">,
): z.infer<typeof refusedCommandView> {
  const { code, message } = refusal;
  return { outcome: "refused", code, message, events: [], kept: false };
}
