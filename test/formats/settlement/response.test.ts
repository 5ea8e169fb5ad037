import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/formats/recognise.ts";
import {
  type ResponseDetail,
  responseCodeFor,
  settlementResponseCodes,
  usesSequenceNumber,
  writeResponse,
} from "../../../src/formats/settlement/response.ts";
import { catalogue, codes, data } from "../flow-text.ts";
import { fixtureFiles } from "../tree/fixture-files.ts";
import { withRightTrailer } from "../tree/right-trailer.ts";
import { textOf } from "../written.ts";

const fixture = (name: string): Buffer => {
  const file = fixtureFiles.find((one) => one.name === `settlement/${name}.dat`);
  if (file === undefined) throw new Error(`There is no fixture ${name}`);
  return file.bytes;
};
const read = (name: string) => readDocument(fixture(name), catalogue);
const received = read("E0041-undescribed").envelope;
if (received === null) throw new Error("The fixture has an envelope");
const detail: ResponseDetail = {
  receivedAt: Date.UTC(2026, 7, 10, 9, 31, 2),
  respondedAt: Date.UTC(2026, 7, 10, 9, 31, 40, 999),
  fileName: "EXNOTIF0000012",
  code: "0",
};

describe("the response to a settlement file", () => {
  test("swaps from and to, and repeats time and sequence number", () => {
    expect(textOf(writeResponse(received, [detail], catalogue))).toBe(
      [
        "AAA|E0041001|R|20260810093000|EC|ECVAA|EN|EXNOTIF|12||",
        "ADT|20260810093102|20260810093140|EXNOTIF0000012|0||",
        "ZZZ|3|1226576426|",
        "",
      ].join("\n"),
    );
  });

  test("says what is wrong, and may say more than one thing", () => {
    const wrong = {
      ...detail,
      code: settlementResponseCodes.recordCount,
      data: "5 counted, 7 found",
    };
    const written = writeResponse(received, [detail, wrong], catalogue);
    if (!written.ok) throw new Error("It can be written");
    const document = readDocument(written.bytes, catalogue);
    expect(document.problems).toEqual([]);
    expect(document.envelope).toMatchObject({ flow: "ADT", fileIdentifier: null });
    expect(data(document)).toMatchObject([
      {
        acknowledgementDetail: [
          { responseCode: "0" },
          { responseCode: "6", responseData: "5 counted, 7 found" },
        ],
      },
    ]);
  });

  test("is refused for what it cannot hold", () => {
    const long = { ...detail, fileName: "A-NAME-LONGER-THAN-14" };
    expect(textOf(writeResponse(received, [long], catalogue))).toEqual(["TOO_LONG"]);
    const bare = { ...received, fileIdentifier: null };
    expect(textOf(writeResponse(bare, [detail], catalogue))).toEqual(["MISSING_VALUE"]);
  });
});

describe("the code that answers a file", () => {
  test.each([
    ["E0041-undescribed", "0"],
    ["C0291-two-groups", "0"],
    ["wrong-header", "1"],
    ["wrong-file-type", "2"],
    ["wrong-periods", "4"],
    ["wrong-last-pipe", "5"],
    ["wrong-count", "6"],
    ["wrong-checksum", "7"],
  ])("of %s is %s", (name, code) => {
    expect(responseCodeFor(read(name))).toBe(code);
  });

  const made = (text: string) => withRightTrailer(Buffer.from(text, "latin1"));
  const two = fixture("C0291-two-groups").toString("latin1");
  const [answered = ""] = fixture("ADT-accepted").toString("latin1").split("\nADT");
  test.each([
    ["a time that is none", two.replace(/\|20\d{12}\|/, "|20260431060000|"), "1"],
    ["a second header", two.replace("\nAGV", "\nAAA|C0291002|D|\nAGV"), "4"],
    ["a character that is not ASCII", two.replace("AGV|_A", "AGV|_\xe9"), "4"],
    ["a response that answers nothing", `${answered}\nZZZ|||\n`, "4"],
  ])("of %s is right", (_, text, code) => {
    expect(responseCodeFor(readDocument(made(text), catalogue))).toBe(code);
  });

  test("notes a file type without its version", () => {
    const document = readDocument(made(two.replace("C0291002", "C0291")), catalogue);
    expect(codes(document)).toEqual(["OTHER_VERSION"]);
    expect(codes(read("ADT-accepted"))).toEqual([]);
  });

  test("is that of a header when there is none", () => {
    const nothing = { envelope: null, problems: [], messages: 0, invalid: 0, lines: 0 };
    expect(responseCodeFor(nothing)).toBe("1");
  });

  test("says whether the sender's number is used up", () => {
    const used = Object.values(settlementResponseCodes).filter(usesSequenceNumber);
    expect(used).toEqual(["0", "4", "5", "6", "7"]);
  });
});
