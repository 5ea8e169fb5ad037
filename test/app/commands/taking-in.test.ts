import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { upload } from "../../../src/app/commands/file/upload.ts";
import { liftHold, placeHold } from "../../../src/app/commands/stuck/hold-stage.ts";
import { answerOf } from "../../answer-of.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { ann, openPlace, takeIn } from "./open-place.ts";

const intake = { stage: "intake", channel: null, type: null, name: null } as const;

/** Hands a file over whose bytes must not be looked at when it is refused. */
function handOver(of: Parameters<typeof upload>[0]) {
  let asked = 0;
  const { name, bytes } = goodFile(1);
  async function* pieces() {
    asked += 1;
    yield bytes;
  }
  const answer = answerOf(upload(of, { name, bytes: pieces(), mostBytes: 1 << 20 }));
  return answer.then((said) => ({ said, asked }));
}

test("while intake is on hold nothing that is handed over is taken, and its bytes are not written down", async () => {
  const of = await openPlace();
  await placeHold(of, intake, ann);
  expect(await handOver(of)).toMatchObject({
    said: { kind: "unavailable", code: "INTAKE_ON_HOLD", remedy: { remedies: [{ hold: intake }] } },
    asked: 0,
  });
  expect(existsSync(join(dirname(of.config.store), "uploads"))).toBe(false);
  // Who names files at the command line, as after a restore, means them.
  await takeIn(of, goodFile(2));
  await liftHold(of, intake, ann);
  expect(await handOver(of)).toMatchObject({ said: [{ state: "recorded" }] });
});

test("where the disk is short of room nothing that is handed over is taken", async () => {
  const more = { bytes: Number.MAX_SAFE_INTEGER };
  const of = await openPlace({ disk: { stop: more, resume: null } });
  expect(await handOver(of)).toMatchObject({
    said: { kind: "unavailable", code: "INTAKE_CLOSED" },
    asked: 0,
  });
  expect(await of.store.files.get(1)).toBeNull();
});
