import { describe, expect, test } from "vitest";
import type { Message } from "../../../src/core/file/document.ts";
import type { ReaderContext } from "../../../src/formats/family.ts";
import { openReader } from "../../../src/formats/recognise.ts";
import {
  allProblems,
  catalogue,
  codes,
  data,
  flowText,
  mpan,
  otherMpan,
  read,
  reading,
} from "../flow-text.ts";

/** Reads with or without what an earlier reading found; every message is serialised as it comes. */
function readAtOnce(text: string, context?: ReaderContext) {
  const found: { line: number; json: string }[] = [];
  const bytes = Buffer.from(text, "latin1");
  const onMessage = (message: Message) => {
    found.push({ line: message.line, json: message.json() });
  };
  const options = context === undefined ? { catalogue } : { catalogue, onMessage, context };
  const reader = openReader(bytes, options);
  for (let at = 0; at < bytes.length; at += 7) reader.push(bytes.subarray(at, at + 7));
  return { outcome: reader.end(), context: reader.context(), found };
}

describe("a message", () => {
  test("has its fields by name at the top, groups below under theirs, nothing that is empty", () => {
    const lines = [...reading, "030|NT|20260503000000|8120.0|20260401000000|3|F|N|", "032|02|F|"];
    const [message] = read(flowText(lines)).items;
    expect(message).toMatchObject({
      line: 2,
      lastLine: 6,
      group: "026",
      subject: { kind: "mpan", key: mpan },
      problems: [],
    });
    expect(JSON.parse(message?.json() ?? "")).toEqual({
      mpanCore: mpan,
      bscValidationStatus: "V",
      meterReadingTypes: [
        {
          meterId: "X10A 41230",
          readingType: "C",
          registerReadings: [
            {
              meterRegisterId: "S",
              readingDateTime: "20260503000000",
              registerReading: "10250.0",
              meterReadingFlag: "T",
              readingMethod: "N",
            },
            {
              meterRegisterId: "NT",
              readingDateTime: "20260503000000",
              registerReading: "8120.0",
              mdResetDateTime: "20260401000000",
              numberOfMdResets: "3",
              meterReadingFlag: "F",
              readingMethod: "N",
              meterReadingValidationResult: {
                meterReadingReasonCode: "02",
                meterReadingStatus: "F",
              },
            },
          ],
        },
      ],
    });
  });

  test("has its group's line ends, quotes and backslashes written as JSON wants", () => {
    const visit = '027|02|He said "no\\way" \x01\t/|';
    const document = read(flowText([reading[0] ?? "", visit, ...reading.slice(1)]));
    expect(data(document)[0]).toMatchObject({
      siteVisitInformation: [{ additionalInformation: 'He said "no\\way" \x01\t/' }],
    });
  });

  test("is one of as many as its group occurs", () => {
    const second = reading.map((line) => line.replace(mpan, otherMpan));
    const document = read(flowText([...reading, ...second], { flows: 2 }));
    expect(
      document.items.map(({ line, lastLine, subject }) => [line, lastLine, subject?.key]),
    ).toEqual([
      [2, 4, mpan],
      [5, 7, otherMpan],
    ]);
  });
});

describe("groups above and beside messages", () => {
  const instruction = (number: number, core: string) => [
    `ZIN|${number}|NH09|${core}|||`,
    "ISD|20260418|",
  ];

  test("are in the data of each, under their own names", () => {
    const lines = ["ZPI|1127|", ...instruction(1, mpan), ...instruction(2, otherMpan)];
    const document = read(flowText(lines, { flow: "D0019001" }));
    expect(codes(document)).toEqual([]);
    expect(data(document)).toEqual([
      {
        instructionFileAdditionalHeader: { fileSequenceNumber: "1127" },
        instructionNumber: "1",
        typeCode: "NH09",
        meteringSystemId: mpan,
        significantDate: { significantDate: "20260418" },
      },
      expect.objectContaining({
        instructionFileAdditionalHeader: { fileSequenceNumber: "1127" },
        instructionNumber: "2",
      }),
    ]);
  });

  test("are known though they come after the messages, at the end or by a second reading", () => {
    const day = (core: string) => [
      `25B|${core}|AI|BSUP|`,
      "26B|20260503|",
      ...Array<string>(48).fill("66L|A|1.0|"),
    ];
    const text = flowText([...day(mpan), ...day(otherMpan), "64L|T|"], {
      flow: "D0379001",
      flows: 2,
    });
    const whole = read(text);
    expect(codes(whole)).toEqual([]);
    expect(data(whole)).toEqual([
      expect.objectContaining({ validationFlag: { supplierValidatedFlag: "T" }, mpanCore: mpan }),
      expect.objectContaining({ validationFlag: { supplierValidatedFlag: "T" } }),
    ]);

    const first = readAtOnce(text);
    const second = readAtOnce(text, first.context);
    expect(second.found.map((one) => one.json)).toEqual(whole.items.map((one) => one.json()));
    expect(second.outcome).toEqual(first.outcome);
  });

  test("are not known before the end without a second reading: asking is a mistake", () => {
    const text = flowText(["ZPI|1127|", ...instruction(1, mpan)], { flow: "D0019001" });
    const failures: unknown[] = [];
    const bytes = Buffer.from(text, "latin1");
    const onMessage = (message: Message) => {
      try {
        message.json();
      } catch (error) {
        failures.push(error);
      }
    };
    const reader = openReader(bytes, { catalogue, onMessage });
    reader.push(bytes);
    reader.end();
    expect(failures).toHaveLength(1);
  });

  test("belong to the repeating group they are below, in both kinds of reading", () => {
    const plan = (id: string, core: string, extra: string[]) => [
      `86G|${id}|20260101|`,
      `87G|${core}|`,
      ...extra,
    ];
    const lines = [...plan("1", mpan, ["88G|X|"]), ...plan("2", otherMpan, [])];
    const text = flowText(lines, { flow: "D0317001", flows: 2 });
    const whole = read(text);
    const context = readAtOnce(text).context;
    const found = readAtOnce(text, context).found.map((one) => one.json);
    expect(found).toEqual(whole.items.map((one) => one.json()));
    const [one, other] = found.map((json) => Object.keys(JSON.parse(json)));
    expect(one?.[0]).toBe(other?.[0]);
    const [first, second] = found.map((json) => Object.values(JSON.parse(json))[0]);
    expect(Object.keys(first ?? {}).length).toBe(Object.keys(second ?? {}).length + 1);
  });

  test("are the file's own concern when they are wrong", () => {
    const text = flowText(["ZPI|many|", ...instruction(1, mpan)], { flow: "D0019001" });
    const document = read(text);
    expect(document.problems).toEqual([
      expect.objectContaining({ code: "BAD_NUMBER", line: 2, group: "ZPI" }),
    ]);
    expect(document.invalid).toBe(0);
  });

  test("that are missing refuse the file", () => {
    const document = read(flowText(instruction(1, mpan), { flow: "D0019001" }));
    expect(allProblems(document)).toEqual([
      expect.objectContaining({ code: "MISSING_GROUP", line: null, group: "ZPI" }),
    ]);
  });
});

describe("a flow without subject", () => {
  test("is one message, the whole file", () => {
    const lines = ["16I|1|", "16I|2|"];
    const flow = catalogue
      .list()
      .map((entry) => catalogue.find(entry.flow, entry.version)?.definition)
      .find((one) => one?.flow === "D0269" && one.version === "002");
    expect(flow?.groups.some((group) => group.message)).toBe(false);
    const code = flow?.groups[0]?.code ?? "";
    const document = read(flowText([`${code}|1|`, ...lines], { flow: "D0269002" }));
    expect(document.messages).toBe(1);
    expect(document.items[0]).toMatchObject({ line: 2, lastLine: 4, group: code, subject: null });
    expect(document.invalid).toBe(1);
    expect(document.problems.filter((one) => one.severity === "error")).toEqual([]);
  });
});
