import { expect, test } from "vitest";
import type { FileState } from "../../../src/core/file/file.ts";
import {
  alreadyVoid,
  whyNoCorrection,
  whyNoUnvoid,
} from "../../../src/store/rules/event-revision.ts";
import { releaseStep } from "../../../src/store/rules/files/file-release.ts";
import { awaitsReleaseAgain, readingStep } from "../../../src/store/rules/files/reading-step.ts";

test("a void is taken back of what is void and counts nowhere else", () => {
  const event = { seq: 7, file: 3, void: true };
  const free = { fileState: "recorded", elsewhere: undefined } as const;
  expect(whyNoUnvoid(event, free)).toBeNull();
  expect(whyNoUnvoid({ ...event, file: null }, { ...free, fileState: undefined })).toBeNull();
  expect(whyNoUnvoid({ ...event, void: false }, free)).toMatchObject({ code: "NOT_VOID" });
  expect(whyNoUnvoid(event, { ...free, fileState: "withdrawn" })).toMatchObject({
    code: "FILE_WITHDRAWN",
  });
  expect(whyNoUnvoid(event, { ...free, elsewhere: { seq: 9, key: "B" } })).toMatchObject({
    code: "EVENT_MOVED",
    message: expect.stringContaining("event 9 on B"),
  });
  expect(alreadyVoid(7)).toMatchObject({ kind: "conflict", code: "ALREADY_VOID" });
});

test("an event is corrected by other data, or by the same of another form", () => {
  const event = { seq: 7, data: "{}", schemaVersion: 1 };
  expect(whyNoCorrection(event, event)).toMatchObject({ code: "SAME_DATA" });
  expect(whyNoCorrection(event, { ...event, data: "[]" })).toBeNull();
  expect(whyNoCorrection(event, { ...event, schemaVersion: 2 })).toBeNull();
});

test("a file is released that awaits it, and is routed where it is active", () => {
  expect(releaseStep(1, { state: "recorded", awaitingRelease: true })).toEqual({ enqueues: true });
  expect(releaseStep(1, { state: "conflict", awaitingRelease: true })).toEqual({ enqueues: false });
  expect(() => releaseStep(1, undefined)).toThrow("no file 1");
  expect(() => releaseStep(1, { state: "recorded", awaitingRelease: false })).toThrow(
    "nothing to release",
  );
});

test("a reading judges what is not active, corrects what is, and notes the rest", () => {
  const steps = (refused: boolean, isKept: boolean) =>
    (["recorded", "duplicate", "conflict", "rejected", "withdrawn"] satisfies FileState[])
      .map((state) => readingStep({ state, isKept }, { refused }))
      .join(" ");
  expect(steps(false, false)).toBe("mend note judge judge note");
  expect(steps(false, true)).toBe("mend judge judge judge note");
  expect(steps(true, false)).toBe("note note judge judge note");
  const waits = { awaitingRelease: true };
  expect(awaitsReleaseAgain({ isReleased: false, isRouted: false }, waits)).toBe(true);
  expect(awaitsReleaseAgain({ isReleased: true, isRouted: false }, waits)).toBe(false);
  expect(awaitsReleaseAgain({ isReleased: false, isRouted: true }, waits)).toBe(false);
});
