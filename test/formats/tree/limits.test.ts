import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../../src/catalogue/definition.ts";
import type { Message } from "../../../src/core/file/document.ts";
import { TreeReader } from "../../../src/formats/tree/read/reader.ts";
import { userFileFrame } from "../../../src/formats/user-file/frame.ts";
import { flowText } from "../flow-text.ts";
import { catalogueOf, field, group } from "./definition.ts";

/** Reads in pieces of a size, with limits small enough for a test. */
function readSmall(catalogue: Catalogue, lines: readonly string[], piece: number) {
  const outcome = readOnce(catalogue, lines, piece, null);
  const messages: Message[] = [];
  const onMessage = (message: Message) => {
    messages.push(message);
  };
  expect(readOnce(catalogue, lines, piece, onMessage)).toEqual(outcome);
  return { outcome, messages, data: messages.map((one) => JSON.parse(one.json())) };
}

function readOnce(
  catalogue: Catalogue,
  lines: readonly string[],
  piece: number,
  onMessage: ((message: Message) => void) | null,
) {
  const options = onMessage === null ? { catalogue } : { catalogue, onMessage };
  const limits = { messageBytes: 100, sharedBytes: 40 };
  const reader = new TreeReader({
    ...options,
    frame: userFileFrame,
    limits,
    stable: false,
    recorder: null,
  });
  const bytes = Buffer.from(flowText(lines, { flow: "D0001001" }), "latin1");
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece));
  return reader.end();
}

const mpanField = field("mpanCore", { required: true });
const pieces = [1, 9, 64, 100_000];

describe("a message that is too large", () => {
  const catalogue = catalogueOf([
    group("AAA", {
      message: true,
      subject: { field: 0, kind: "meter" },
      fields: [mpanField],
      groups: [group("BBB")],
    }),
  ]);

  test.each(pieces)(
    "is invalid, with its beginning and a count of the rest, in pieces of %i",
    (piece) => {
      const lines = ["AAA|1|", ...Array<string>(20).fill("BBB|0123456789|"), "AAA|2|", "BBB|x|"];
      const { outcome, messages, data } = readSmall(catalogue, lines, piece);
      expect(outcome).toMatchObject({ messages: 2, invalid: 1 });
      expect(messages[0]?.problems.map((one) => one.code)).toEqual(["MESSAGE_TOO_LARGE"]);
      expect(messages[0]).toMatchObject({ line: 2, lastLine: 22 });
      expect(data).toEqual([
        { mpanCore: "1", groupBBB: Array(5).fill({ text: "0123456789" }), $rest: { groups: "15" } },
        { mpanCore: "2", groupBBB: [{ text: "x" }] },
      ]);
    },
  );
});

describe("a whole-file message that is too large", () => {
  const catalogue = catalogueOf([
    group("ONE", { max: 1, groups: [group("SUB", { max: 1 }), group("MNY")] }),
    group("ALL"),
    group("END", { max: 1 }),
  ]);

  test.each(pieces)("keeps what occurs once and counts the rest, in pieces of %i", (piece) => {
    const lines = [
      "ONE|1|",
      "SUB|2|",
      "MNY|3|",
      ...Array<string>(30).fill("ALL|0123456789|"),
      "END|4|",
    ];
    const { outcome, messages, data } = readSmall(catalogue, lines, piece);
    expect(outcome.problems.filter((one) => one.severity === "error")).toEqual([]);
    expect(messages[0]).toMatchObject({ line: 2, lastLine: 35, problems: [] });
    expect(data).toEqual([
      {
        $rest: { groups: "31" },
        groupONE: { text: "1", groupSUB: { text: "2" } },
        groupEND: { text: "4" },
      },
    ]);
  });
});

describe("groups beside messages that are too large", () => {
  const catalogue = catalogueOf([
    group("ONE", { max: 1 }),
    group("MNY"),
    group("MSG", { message: true, subject: { field: 0, kind: "mpan" }, fields: [mpanField] }),
    group("END", { max: 1 }),
  ]);

  test.each(pieces)("keep what occurs once and some of the rest, in pieces of %i", (piece) => {
    const lines = ["ONE|1|", ...Array<string>(9).fill("MNY|23|"), "MSG|5|", "END|6|"];
    const { data } = readSmall(catalogue, lines, piece);
    expect(data).toEqual([
      {
        groupONE: { text: "1" },
        groupMNY: Array(4).fill({ text: "23" }),
        groupEND: { text: "6" },
        $rest: { groups: "5" },
        mpanCore: "5",
      },
    ]);
  });
});
