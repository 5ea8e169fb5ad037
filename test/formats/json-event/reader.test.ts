import { describe, expect, test } from "vitest";
import { openReader, readDocument } from "../../../src/formats/recognise.ts";
import {
  codes,
  dataOf,
  mpan,
  pending,
  read,
  readings,
  readText,
  shipped,
  validation,
  write,
} from "./json-text.ts";

describe("a switching-service notification", () => {
  test("is known by its event type, and is one message about its metering point", () => {
    const document = read(pending());
    expect(codes(document)).toEqual([]);
    expect(document.envelope).toEqual({
      family: "json-event",
      flow: "CSS02300",
      version: "1.0",
      fileIdentifier: "5b0e4d1c-0000-4000-8000-0000000000a1",
      from: { role: null, participant: "CSS" },
      to: { role: null, participant: null },
      created: "2026-06-10T09:03:00.000Z",
      testFlag: null,
    });
    expect(document.items[0]).toMatchObject({
      line: 1,
      group: "data",
      subject: { kind: "mpan", key: mpan },
    });
    expect(dataOf(document)).toEqual({
      ...pending(),
      $known: {
        supplierGeneratedReference: "SGR-77",
        registrationId: "REG-77",
        registrationStatus: "Pending",
        supplyStartDate: "2026-06-15T00:00:00.000Z",
        mpxn: mpan,
        correlationId: "c0ffee00-0000-4000-8000-000000000001",
        sentAt: "2026-06-10T09:03:00.000Z",
        sentAtZone: "utc",
      },
    });
  });

  test("with a list of data is a message for each, the event's own members beside it", () => {
    const one = { registrationRequestStatus: "Validated", registrationRequestId: "R1", mpxn: mpan };
    const two = { ...one, registrationRequestId: "R2", mpxn: "4000000007" };
    const document = read(validation(one, two));
    expect(codes(document)).toEqual([]);
    expect(document.envelope?.flow).toBe("CSS02380");
    expect(document.items.map(({ subject }) => subject)).toEqual([
      { kind: "mpan", key: mpan },
      { kind: "mprn", key: "4000000007" },
    ]);
    expect(dataOf(document, 1)).toMatchObject({
      eventType: "RegistrationValidationNotification",
      data: two,
      $known: { registrationRequestId: "R2" },
    });
  });

  test("with an empty list of data has no message", () => {
    expect(codes(read(validation()))).toEqual(["NO_EVENTS@9"]);
  });

  test.each(["RegistrationConfirmedNotification", "RegistrationSecuredActiveNotification"])(
    "%s is the same flow, distinguished by its data",
    (eventType) => {
      expect(read(pending({ eventType }, { registrationStatus: "Confirmed" })).envelope?.flow).toBe(
        "CSS02370",
      );
    },
  );

  test("may have a status that nobody knew: it is kept, and noted", () => {
    const document = read(pending({}, { registrationStatus: "Objected" }));
    expect(codes(document)).toEqual(["UNLISTED_CODE@5"]);
    expect(document.invalid).toBe(0);
    expect(dataOf(document).data.registrationStatus).toBe("Objected");
  });

  test("of a kind nobody defined keeps its envelope", () => {
    const document = read(pending({ eventType: "PaymentTaken" }));
    expect(codes(document)).toEqual(["UNKNOWN_FLOW@1"]);
    expect(document.messages).toBe(0);
    expect(document.envelope).toMatchObject({
      flow: "PaymentTaken",
      fileIdentifier: "5b0e4d1c-0000-4000-8000-0000000000a1",
    });
  });

  test("of another version is read by the one there is", () => {
    expect(codes(read(pending({ version: "2.0" })))).toEqual(["OTHER_VERSION@1"]);
  });

  test.each([
    ["2026-06-10T09:03:00Z", "utc"],
    ["2026-06-10T10:03:00+01:00", "offset"],
    ["2026-06-10T10:03:00", "local"],
  ])("sent at %s says how its time was written: %s", (eventDate, zone) => {
    const document = read(pending({ eventDate }));
    expect(codes(document)).toEqual([]);
    expect(dataOf(document).$known).toMatchObject({ sentAt: eventDate, sentAtZone: zone });
  });
});

describe("a half-hourly settlement message", () => {
  test("is known by its interface, with sender, recipient and reference", () => {
    const document = read(readings());
    expect(codes(document)).toEqual([]);
    expect(document.envelope).toMatchObject({
      flow: "IF-041",
      version: "011",
      fileIdentifier: "S-IF-041-7700000001-REGS-20250811-A1",
      from: { role: "REGS", participant: "7700000001" },
      to: { role: null, participant: "8800000001" },
      created: "2025-08-11T11:15:30+01:00",
    });
    expect(dataOf(document).$known).toEqual({
      eventCode: ["ReadingCOS"],
      gspGroupId: "_N",
      correlationId: "CI-20250811-A1",
      initialCorrelationId: "CI-20250811-A0",
      replayIndicator: "false",
      mpxn: mpan,
      sentAt: "2025-08-11T11:15:30+01:00",
      sentAtZone: "offset",
    });
  });

  test.each([
    ["[ReadingCOS]", ["ReadingCOS"]],
    ["[A, B]", ["A", "B"]],
    ["A", ["A"]],
    [
      ["A", "B"],
      ["A", "B"],
    ],
  ])("with event code %j is known by %j, and keeps what was sent", (eventCode, known) => {
    const data = dataOf(read(readings({ S0: { eventCode } })));
    expect(data.$known.eventCode).toEqual(known);
    expect(data.CommonBlock.S0.eventCode).toEqual(eventCode);
  });

  test("may spell the GSP group either way: data has it as the definition does", () => {
    const document = read(readings({ M0: { GSPGroupID: undefined, gspGroupID: "_K" } }));
    expect(codes(document)).toEqual(["MEMBER_NAME@21"]);
    expect(dataOf(document)).toMatchObject({
      CommonBlock: { M0: { GSPGroupID: "_K" } },
      $known: { gspGroupId: "_K" },
    });
  });

  test("may be wrapped as a payload, in an array", () => {
    const document = read([{ payload: readings() }, { payload: readings() }]);
    expect(codes(document)).toEqual([]);
    expect(document).toMatchObject({
      messages: 2,
      envelope: { flow: "IF-041", fileIdentifier: null },
    });
    expect(dataOf(document, 1)).toHaveProperty("CommonBlock");
  });
});

describe("a list under a wrapper is read as a list of the file's top is", () => {
  const two = [readings(), readings({ M0: { MPANCore: "9900012045371" } })];
  test.each([
    ["alone", { payload: two }],
    ["in an array", [{ payload: two }]],
    ["beside a single one", [{ payload: [two[0]] }, { payload: two[1] }]],
  ])("%s", (_, value) => {
    const document = read(value);
    expect(codes(document)).toEqual([]);
    expect(document).toMatchObject({ messages: 2, envelope: { fileIdentifier: null } });
    expect(document.items.map(({ subject }) => subject?.key)).toEqual([mpan, "9900012045371"]);
    expect(dataOf(document, 1).CommonBlock.M0.MPANCore).toBe("9900012045371");
  });

  test("whatever a definition calls the wrapper", () => {
    const own = shipped
      .jsonEvents()
      .filter(({ flow }) => flow === "IF-041")
      .map((one) => ({ ...one, flow: "OWN", wrapper: "message" }));
    const document = readText(JSON.stringify({ message: two }), {
      ...shipped,
      jsonEvents: () => own,
    });
    expect(document).toMatchObject({ messages: 2, envelope: { flow: "OWN" }, problems: [] });
  });

  test.each([
    [{ payload: [] }, "an empty list"],
    [{ payload: "text" }, '"text"'],
    [{ payload: null }, "null"],
    [{ payload: [readings(), 5] }, "5"],
    [[{ payload: readings() }, { payload: [[readings(), readings()]] }], "a list"],
  ])("%j is refused: what is there is no event", (value, what) => {
    const document = read(value);
    expect(document.problems).toMatchObject([
      {
        code: "WRONG_TYPE",
        message: `Under payload is ${what}, expected was an event, which is an object, or a list of them; ask the sender to correct it.`,
      },
    ]);
  });

  test("and an event is recognised before a member of its own that is called like a wrapper", () => {
    const document = read({ ...readings(), payload: [] });
    expect(codes(document)).toEqual(["UNKNOWN_MEMBER@45"]);
    expect(dataOf(document)).toHaveProperty("payload");
  });

  test("but no list in a list is: it would pass for its first element", () => {
    const [problem] = read([readings(), [readings(), readings()]]).problems;
    expect(problem?.code).toBe("MIXED_FLOWS");
  });
});

describe("an event of a known family that no definition describes is kept, with a warning", () => {
  test.each(["PUB-099", "PUB-035", "PUB-001A"])("%s of half-hourly settlement", (interfaceID) => {
    const event = readings({ S0: { interfaceID, schemaVersion: "009" } });
    for (const value of [event, [{ payload: event }], { payload: [event] }]) {
      const document = read(value);
      expect(codes(document)).toEqual([expect.stringMatching(/^UNDESCRIBED_FLOW@/)]);
      expect(document).toMatchObject({
        messages: 1,
        invalid: 0,
        envelope: {
          flow: interfaceID,
          version: "009",
          fileIdentifier: "S-IF-041-7700000001-REGS-20250811-A1",
          from: { role: "REGS", participant: "7700000001" },
          to: { participant: "8800000001" },
        },
        items: [{ group: "ReadingCOS", subject: { kind: "mpan", key: mpan } }],
      });
      expect(dataOf(document)).toMatchObject({
        ...event,
        $known: { eventCode: ["ReadingCOS"], correlationId: "CI-20250811-A1", mpxn: mpan },
      });
    }
  });

  test.each(["RegistrationWithdrawnNotification", "CSS09000", "CSS02350_01"])(
    "%s of the switching service",
    (eventType) => {
      const document = read(pending({ eventType }));
      expect(codes(document)).toEqual(["UNDESCRIBED_FLOW@1"]);
      expect(document).toMatchObject({
        invalid: 0,
        envelope: { flow: eventType, version: "1.0", from: { participant: "CSS" } },
        items: [{ group: "data", subject: { kind: "mpan", key: mpan } }],
      });
      expect(dataOf(document).$known).toMatchObject({ registrationId: "REG-77" });
    },
  );

  test("a message for each of its data, written back to the same bytes", () => {
    const items = [{ mpxn: mpan }, { mpxn: "4000000007" }];
    const text = JSON.stringify({ ...validation(...items), eventType: "CSS09000" }, null, 1);
    const document = readText(text);
    expect(document.items.map(({ subject }) => subject?.key)).toEqual([mpan, "4000000007"]);
    const written = write(document);
    expect(written.ok ? Buffer.from(written.bytes).toString() : written.problems).toBe(text);
  });

  test("unless it says the number of a flow that is described", () => {
    for (const eventType of ["CSS02300", "CSS02300_01"]) {
      const document = read(pending({ eventType }));
      expect(document).toMatchObject({ problems: [], envelope: { flow: "CSS02300" } });
    }
  });

  test.each(["XX-035", "IF-35", "IF-", "toString", "IF-099", "IF-001A", "REP-005"])(
    "but not one of interface %s",
    (interfaceID) => {
      expect(codes(read(readings({ S0: { interfaceID } })))).toEqual(["UNKNOWN_FLOW@1"]);
    },
  );
});

describe("the member that tells an event's kind may be spelled with other capitals", () => {
  test.each([
    ["InterfaceID", "PUB-098", ["UNDESCRIBED_FLOW@1"]],
    ["interfaceId", "PUB-099", ["UNDESCRIBED_FLOW@1"]],
  ])("%s of %s", (name, says, expected) => {
    const document = read(readings({ S0: { interfaceID: undefined, [name]: says } }));
    expect(codes(document)).toEqual(expected);
    expect(document).toMatchObject({ envelope: { flow: says }, messages: 1, invalid: 0 });
    expect(dataOf(document).CommonBlock.S0[name]).toBe(says);
  });

  test.each(["InterfaceID", "interfaceId"])("%s of IF-041, whose data has it as usual", (name) => {
    const document = read(readings({ S0: { interfaceID: undefined, [name]: "IF-041" } }));
    expect(codes(document)).toEqual(["MEMBER_NAME@6"]);
    expect(document).toMatchObject({ envelope: { flow: "IF-041" }, messages: 1, invalid: 0 });
    expect(dataOf(document).CommonBlock.S0.interfaceID).toBe("IF-041");
  });

  test("but the usual spelling goes first", () => {
    const S0 = { InterfaceID: "IF-001", interfaceID: "IF-041" };
    expect(read(readings({ S0 })).envelope?.flow).toBe("IF-041");
  });
});

describe("a wrong member holds its message", () => {
  test.each([
    [{ mpxn: undefined }, ["MISSING_VALUE@1"]],
    [{ mpxn: null }, ["MISSING_VALUE@8"]],
    [{ mpxn: "" }, ["MISSING_VALUE@8"]],
    [{ mpxn: 9900012045006 }, ["WRONG_TYPE@8"]],
    [{ domesticPremisesInd: "yes" }, ["WRONG_TYPE@10"]],
    [{ supplyStartDate: "tomorrow" }, ["BAD_DATETIME@9"]],
    [{ supplyStartDate: "2026-02-30T00:00:00Z" }, ["BAD_DATETIME@9"]],
  ])("%j", (data, expected) => {
    const document = read(pending({}, data));
    expect(codes(document).slice(0, 1)).toEqual(expected);
    expect(document.invalid).toBe(1);
  });
});

describe("a metering point that can be none is noted where it is, and its message invalid", () => {
  test.each([
    ["9900012045007", "SUBJECT_CHECK_DIGIT"],
    ["ABCDEFGHIJKLM", "NO_METER_POINT"],
    [" 9900012045006 ", "NO_METER_POINT"],
    ["12345", "NO_METER_POINT"],
    ["123456789012", "NO_METER_POINT"],
    ["4000000007 ", "NO_METER_POINT"],
    ["9".repeat(500), "NO_METER_POINT"],
    ["9900012045006\u200b", "SPOILT_IDENTIFIER"],
    ["9.90001E+12", "SPOILT_IDENTIFIER"],
  ])("%j", (mpxn, code) => {
    const document = read(pending({}, { mpxn }));
    expect(codes(document)).toEqual([`${code}@8`]);
    expect(document.items[0]?.problems).toMatchObject([{ field: "data.mpxn", severity: "error" }]);
    expect(document).toMatchObject({ invalid: 1, items: [{ subject: { key: mpxn } }] });
  });

  test.each([mpan, "4000000007", "123456"])("but %j is not", (mpxn) => {
    expect(codes(read(pending({}, { mpxn })))).toEqual([]);
  });

  test("and says what was expected", () => {
    const [problem] = read(pending({}, { mpxn: "ABC" })).items[0]?.problems ?? [];
    expect(problem?.message).toBe(
      'data.mpxn is "ABC", which is neither the 13 digits of an MPAN core nor the 6 to 10 digits of a gas meter point; ask the sender to correct it.',
    );
  });

  test("where the definition means one; other kinds are anything", () => {
    const own = shipped.jsonEvents().flatMap((one) => {
      const subject = one.subject && { ...one.subject, otherwise: "article" };
      return one.flow === "CSS02300" ? [{ ...one, subject }] : [];
    });
    const text = JSON.stringify(pending({}, { mpxn: "SHIRT-M" }));
    const document = readText(text, { ...shipped, jsonEvents: () => own });
    expect(codes(document)).toEqual([]);
    expect(document.items[0]?.subject).toEqual({ kind: "article", key: "SHIRT-M" });
  });
});

describe("a file that is refused", () => {
  test.each([
    ['{"eventType": "X",\n  "data": }', "BAD_JSON@2"],
    ['{"eventType": "X"} {"eventType": "X"}', "BAD_JSON@1"],
    ["{'eventType': 1}", "BAD_JSON@1"],
    ['{"a": 01}', "BAD_JSON@1"],
    ['{"a": "x\ny"}', "BAD_JSON@1"],
    ['{"eventType": "X"', "BAD_JSON@1"],
    ["[]", "UNKNOWN_FLOW@1"],
    ['{"colour": "red"}', "UNKNOWN_FORMAT@1"],
    ["[{}, 5]", "UNKNOWN_FORMAT@1"],
  ])("%j", (text, code) => {
    const document = readText(text);
    expect(codes(document)).toEqual([code]);
    expect(document.messages).toBe(0);
  });

  test("says line and column", () => {
    const [problem] = readText('{"eventType": "X",\n  "data": }').problems;
    expect(problem?.message).toBe(
      'At line 2, column 11 is "}" where a value was expected; ask the sender for the file again.',
    );
  });

  test("has a name twice", () => {
    const text = JSON.stringify(pending()).replace('"version"', '"eventId":"x","version"');
    expect(codes(readText(text))).toEqual(["REPEATED_NAME@1"]);
  });

  test("holds events of several flows or senders", () => {
    const other = pending({ eventType: "RegistrationConfirmedNotification" });
    expect(codes(read([pending(), other])).at(0)).toMatch(/^MIXED_FLOWS@/);
    const sender = readings({ S1: { senderDIPID: "99" } });
    expect(codes(read([readings(), sender])).at(0)).toMatch(/^MIXED_FLOWS@/);
  });

  test("has bytes that are not UTF-8", () => {
    const bytes = Buffer.from(JSON.stringify(pending({ eventDescription: "caf\u00e9" })), "latin1");
    const reader = openReader(bytes, { catalogue: shipped });
    reader.push(bytes);
    expect(reader.end().problems.map(({ code }) => code)).toEqual(["BAD_BYTES"]);
  });

  test("is too large, and nothing of it is kept", () => {
    const reader = openReader(Buffer.from("[{"), { catalogue: shipped });
    const piece = Buffer.alloc(1 << 20, " ");
    reader.push(Buffer.from("[{\n"));
    for (let mebibyte = 0; mebibyte < 9; mebibyte += 1) reader.push(piece);
    expect(reader.end()).toMatchObject({
      envelope: null,
      messages: 0,
      problems: [{ code: "JSON_TOO_LARGE", severity: "error" }],
    });
  });

  test("goes deeper than is read", () => {
    const nested = (depth: number) => `{"a":\n ${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(codes(readText(nested(63)))).toEqual(["UNKNOWN_FORMAT@1"]);
    expect(readText(nested(64)).problems).toMatchObject([
      {
        code: "JSON_TOO_LARGE",
        line: 2,
        message:
          "At line 2, column 65 the file goes more than 64 lists and objects deep, and deeper ones are not read; ask the sender for the file with fewer levels.",
      },
    ]);
  });

  test.each([
    ["an object", pending()],
    ["a list", [pending()]],
  ])("is UTF-16 without a byte order mark, beginning with %s", (_, value) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const little = Buffer.from(text, "utf16le");
      for (const bytes of [little, Buffer.from(little).swap16()])
        expect(readDocument(bytes, shipped).problems).toMatchObject([
          { code: "UNKNOWN_FORMAT", message: expect.stringContaining("; it is UTF-16: ask") },
        ]);
    }
  });

  test("has more values than are read", () => {
    const many = `{"a":[${"0,".repeat(500_001)}0]}`;
    expect(codes(readText(many))).toEqual(["JSON_TOO_LARGE@-"]);
  });
});

describe("a message", () => {
  test("keeps the numbers and escapes that were sent", () => {
    const text = JSON.stringify(pending()).replace(
      '"version":"1.0"',
      '"version":"1.0","weight":1.50,"large":12345678901234567890,"text":"\\u00e9"',
    );
    const json = readText(text).items[0]?.json();
    expect(json).toContain('"weight":1.50,"large":12345678901234567890,"text":"\\u00e9"');
  });

  test("has a line of its own, though all are on one", () => {
    const document = readText(JSON.stringify([readings(), readings(), readings()]));
    expect(document.items.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(document.lines).toBe(1);
  });

  test("may follow a byte order mark, which is noted", () => {
    expect(codes(readText(`\ufeff${JSON.stringify(pending())}`))).toEqual(["BYTE_ORDER_MARK@1"]);
  });

  test("is recognised by no member that every object has", () => {
    const text = JSON.stringify(pending()).replace(
      '"eventType"',
      '"__proto__":{"eventType":"X"},"eventType"',
    );
    const document = readText(text);
    expect(codes(document)).toEqual([]);
    expect(document.items[0]?.json()).toContain('"__proto__":{"eventType":"X"}');
  });
});
