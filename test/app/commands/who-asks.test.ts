import { expect, test } from "vitest";
import { restoreBackup } from "../../../src/app/backup/restore.ts";
import {
  decideAction,
  retryFailedActions,
} from "../../../src/app/commands/action/decide-action.ts";
import {
  correctEvent,
  unvoidEvent,
  voidEvent,
} from "../../../src/app/commands/event/revise-event.ts";
import { decideFile } from "../../../src/app/commands/file/decide-file.ts";
import { releaseFile } from "../../../src/app/commands/file/release-file.ts";
import {
  decideMessage,
  decideOutbound,
  resendOutbound,
} from "../../../src/app/commands/outbound/decide-outbound.ts";
import { numberOutbound } from "../../../src/app/commands/outbound/number-outbound.ts";
import { askAgain, askProcess } from "../../../src/app/commands/process/ask-process.ts";
import { liftHold, placeHold } from "../../../src/app/commands/stuck/hold-stage.ts";
import { noteStuck } from "../../../src/app/commands/stuck/note-stuck.ts";
import { reprocessCause } from "../../../src/app/commands/stuck/reprocess-cause.ts";
import { restateEvents } from "../../../src/app/restate/restate-events.ts";
import type { ChangedBy } from "../../../src/store/port/events/revision-store.ts";
import { ann, openPlace } from "./open-place.ts";

test("nobody decides without a name and a reason, whoever lets them ask", async () => {
  const of = await openPlace();
  const scope = { stage: "intake", channel: null, type: null, name: null } as const;
  const commands: readonly ((by: ChangedBy) => Promise<unknown>)[] = [
    (by) => decideFile(of, { file: 1, decision: "replace" }, by),
    (by) => releaseFile(of, { file: 1 }, by),
    (by) => voidEvent(of, { event: 1 }, by),
    (by) => unvoidEvent(of, { event: 1 }, by),
    (by) => correctEvent(of, { event: 1, data: {} }, by),
    (by) => decideAction(of, { action: 1, kind: "retry" }, by),
    (by) => retryFailedActions(of, { name: "print" }, by),
    (by) => decideOutbound(of, { outbound: 1, decision: "retry" }, by),
    (by) => decideMessage(of, { message: 1, decision: "retry" }, by),
    (by) => resendOutbound(of, { outbound: 1 }, by),
    (by) => numberOutbound(of, { channel: "market", next: 2 }, by),
    (by) => placeHold(of, scope, by),
    (by) => liftHold(of, scope, by),
    (by) => reprocessCause(of, { cause: "000000" }, by),
    (by) => restateEvents(of, { selection: {} }, by),
    (by) => restoreBackup({ path: "/nowhere", folder: "/nowhere" }, by),
  ];
  for (const decide of commands) {
    await expect(decide({ ...ann, reason: " " })).rejects.toMatchObject({ about: "reason" });
    await expect(decide({ ...ann, actor: "\t" })).rejects.toMatchObject({ about: "actor" });
  }
  const nobody = { actor: " " };
  for (const asked of [
    () => askProcess(of, { process: "1", name: "do", data: {} }, nobody),
    () => askAgain(of, { key: "k" }, nobody),
    () => noteStuck(of, { verb: "note", text: "x", on: { cause: "000000" } }, nobody),
  ])
    await expect(asked()).rejects.toMatchObject({ kind: "invalid", about: "actor" });
  expect(await of.store.holds.list()).toEqual([]);
});
