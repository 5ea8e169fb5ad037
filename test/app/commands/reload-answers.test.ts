import { expect, test } from "vitest";
import {
  answersIn,
  type ReloadAnswers,
  reloadResult,
} from "../../../src/app/commands/daemon/reload-answers.ts";
import type { ReloadOutcome } from "../../../src/app/heartbeat/daemon-status.ts";

const settings = { "busbar.yaml": "1" };

/** What a look at several daemons of a store gives, by the answer of each. */
function answers(...each: (ReloadOutcome | null)[]): ReloadAnswers {
  const daemons = each.map((reload, at) => ({
    ...{ host: `m${at + 1}`, pid: 10 + at, startedAt: 0, channels: [], settings },
    reload,
  }));
  const status = {
    ...{ pid: 10, startedAt: 0, writtenAt: 0, running: true, replaced: null, store: "s" },
    ...{ water: null, settings, channels: [], outbound: [] },
    reload: each[0] ?? null,
  };
  return answersIn({ is: "running", status, ...(daemons.length > 1 && { daemons }) });
}

const used = (at: number): ReloadOutcome => ({ at, refused: null });

test("all of several daemons are waited for, whatever their clocks say", () => {
  const before = answers(used(50), null);
  expect(reloadResult(before, answers(used(9), null))).toEqual({
    open: ["The daemon on m2 (process 11)"],
    refused: [],
  });
  expect(reloadResult(before, answers(used(9), used(3)))).toEqual({ open: [], refused: [] });
});

test("a daemon that goes on with what it has is named, with why", () => {
  const before = answers(null, null);
  const refused = { at: 3, refused: "the folder is not there." };
  expect(reloadResult(before, answers(used(2), refused)).refused).toEqual([
    "The daemon on m2 (process 11) goes on with the settings that it has: the folder is not there.",
  ]);
  expect(reloadResult(answers(null), answers(refused)).refused).toEqual([
    "The daemon goes on with the settings that it has: the folder is not there.",
  ]);
});

test("one that ended meanwhile, and one that began since, are not waited for", () => {
  const [before, now] = [answers(null, null), answers(used(1), null, null)];
  const left = new Map([...now].filter(([name]) => !name.includes("m2")));
  expect(reloadResult(before, left)).toEqual({ open: [], refused: [] });
});

test("where none runs there is nobody to answer", () => {
  expect(answersIn({ is: "stopped" }).size).toBe(0);
});
