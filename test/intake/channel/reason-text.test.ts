import { expect, test } from "vitest";
import { commandFor, remedyCommand } from "../../../src/cli/print/remedy-command.ts";
import type { FileRecord } from "../../../src/core/file/file.ts";
import { reasonText } from "../../../src/intake/channel/reason-text.ts";

const file: FileRecord = {
  id: 12,
  arrival: "0mgx2k7pq4hd1z/bad\nname.uff",
  channel: "inbox",
  name: "bad\nname.uff",
  sizeBytes: 120,
  hash: "ab".repeat(32),
  state: "rejected",
  otherFile: null,
  modifiedAt: 0,
  seenAt: 0,
  recordedAt: Date.UTC(2024, 1, 1, 9, 30),
  envelope: {
    family: "user-file",
    flow: "D0010",
    version: "002",
    fileIdentifier: "1",
    from: { role: "D", participant: "DUMY" },
    to: { role: "X", participant: "SUPP" },
    created: null,
    testFlag: null,
  },
  occurredAt: 0,
  messages: 0,
  invalid: 0,
  awaitingRelease: false,
  decisions: [],
  container: null,
  members: [],
  events: 0,
  problems: [
    {
      code: "BAD_DATE",
      severity: "error",
      line: 4,
      group: "030",
      field: "readingDateTime",
      value: "20241399000000",
      message: "It is no date.",
    },
    {
      code: "BLANK_LINE",
      severity: "warning",
      line: 5,
      group: null,
      field: null,
      value: null,
      message: "A blank line.",
    },
  ],
};

test("a reason says which file, what is wrong and where, and what to do", () => {
  const text = reasonText(file, commandFor("/srv/my busbar.yaml"));
  expect(text).toContain("file      bad\\nname.uff\n");
  expect(text).toContain("flow      D0010 002 from DUMY (role D) to SUPP (role X)\n");
  expect(text).toContain(
    '  BAD_DATE (line 4, group 030, field readingDateTime, value "20241399000000")\n    It is no date.\n',
  );
  expect(text).toContain("… and 1 more: busbar file show 12 --config '/srv/my busbar.yaml'");
  expect(text).toContain("busbar reprocess 12 --config '/srv/my busbar.yaml'");
});

test("a reason names no configuration when it is the usual one", () => {
  expect(reasonText(file, remedyCommand)).toMatch(/busbar reprocess 12$/m);
});

test("a file that ends too early may have been taken too early", () => {
  const [first] = file.problems;
  if (first === undefined) throw new Error("The file should have a problem");
  const cut = reasonText(
    { ...file, problems: [{ ...first, code: "MISSING_TRAILER" }] },
    remedyCommand,
  );
  expect(cut).toContain("give the channel a longer `steady`, or a `marker`\n");
  expect(reasonText(file, remedyCommand)).not.toContain("steady");
});

test("a name in it cannot make a terminal obey or hide anything", () => {
  const name = "a\u009b2J\u202eb\u2028\ufeff.usr";
  const [first] = file.problems;
  if (first === undefined) throw new Error("The file should have a problem");
  const problems = [{ ...first, message: `Of ${name}.` }];
  const text = reasonText({ ...file, name, problems }, remedyCommand);
  expect(text).toContain("file      a\\u{9b}2J\\u{202e}b\\u{2028}\\u{feff}.usr\n");
  expect(text).toContain("    Of a\\u{9b}2J\\u{202e}b\\u{2028}\\u{feff}.usr.\n");
});
