import { describe, expect, it } from "vitest";
import type { EventRecord } from "../../src/core/event/event.ts";
import { buildProcess } from "../../src/core/process/build.ts";
import { meteringPoint } from "../../src/processes/metering-point/build.ts";
import { fc } from "../property.ts";
import { received } from "./event-received.ts";

const mpan = "1200000000003";

function build(...events: EventRecord[]) {
  return buildProcess(
    meteringPoint,
    mpan,
    events.map((event, index) => ({ ...event, seq: index + 1, occurredAt: index })),
  );
}

function d0010(readAt: string, value: string, meterId = "A1", registerId = "S") {
  return received("D0010", {
    mpanCore: mpan,
    meterReadingTypes: [
      {
        meterId,
        readingType: "R",
        registerReadings: [
          { meterRegisterId: registerId, readingDateTime: readAt, registerReading: value },
        ],
      },
    ],
  });
}

describe("readings of a metering point", () => {
  it("are the latest by the date they were read, not by when the file was sent", () => {
    const { state, status } = build(
      d0010("20260301000000", "200.0"),
      d0010("20260201000000", "100.0"),
    );
    expect(state.readings).toEqual([
      {
        meterId: "A1",
        registerId: "S",
        value: "200.0",
        readAt: "2026-03-01T00:00:00",
        type: "R",
        flow: "D0010",
        from: "D:UDMS",
      },
    ]);
    expect(status).toBe("has readings");
  });

  it("are corrected by a later file with the same date", () => {
    const { state } = build(d0010("20260301000000", "200.0"), d0010("20260301000000", "201.0"));
    expect(state.readings.map((reading) => reading.value)).toEqual(["201.0"]);
  });

  it("are kept per meter and register", () => {
    const { state } = build(
      d0010("20260301000000", "3.0", "B2", "01"),
      d0010("20260301000000", "1.0", "A1", "01"),
      d0010("20260301000000", "2.0", "A1", "02"),
    );
    expect(state.readings.map((r) => `${r.meterId} ${r.registerId} ${r.value}`)).toEqual([
      "A1 01 1.0",
      "A1 02 2.0",
      "B2 01 3.0",
    ]);
  });

  it("take date and type from the group above where the flow puts them there (D0071)", () => {
    const { state } = build(
      received("D0071", {
        mpanCore: mpan,
        readingDateTime: "20260305000000",
        readingType: "C",
        meterDetailPerMpanCore: [
          {
            meterId: "A1",
            meterRegisterDetailPerMeter: [{ meterRegisterId: "S", registerReading: "7.0" }],
          },
        ],
      }),
    );
    expect(state.readings).toMatchObject([
      { value: "7.0", readAt: "2026-03-05T00:00:00", type: "C", flow: "D0071" },
    ]);
  });

  it("without a date are left out: nobody could say which is the later", () => {
    const estimates = [{ meterRegisterId: "S", registerReading: "7.0" }];
    const { state, status } = build(
      received("D0311", { mpanCore: mpan, meterDetails: [{ meterId: "A1", estimates }] }),
    );
    expect(state.readings).toEqual([]);
    expect(status).toBe("heard of");
  });
});

describe("readings of half-hourly settlement", () => {
  const message = (CustomBlock: object) =>
    received("IF-041", { CommonBlock: { M0: { MPANCore: mpan } }, CustomBlock });

  it("are those of the cumulative register and of those with an id, in UK time", () => {
    const { state, status } = build(
      message({
        B064List: [
          {
            meterID: "M77",
            cumulativeRegisterReading: "1000.000",
            cumulativeRegisterReadingDateTime: "2026-06-10T00:00:00+01:00",
          },
        ],
        B065List: [
          {
            meterID: "M77",
            configurableRegisterID: "01",
            configurableRegisterReading: "12.500",
            configurableRegisterReadingDate: "2026-06-09T23:30:00+00:00",
          },
        ],
      }),
      message({
        B076List: [
          {
            meterID: "M77",
            cumulativeRegisterReading: "990.000",
            cumulativeRegisterReadingDateTime: "2026-01-10T00:00:00Z",
          },
        ],
      }),
    );
    const told = { meterId: "M77", type: null, flow: "IF-041", from: "D:UDMS" };
    expect(state.readings).toEqual([
      { ...told, registerId: "01", value: "12.500", readAt: "2026-06-10T00:30:00" },
      { ...told, registerId: "cumulative", value: "1000.000", readAt: "2026-06-10T00:00:00" },
    ]);
    expect(state.earlierReadings).toMatchObject([
      { value: "990.000", readAt: "2026-01-10T00:00:00" },
    ]);
    expect(status).toBe("has readings");
  });

  it.each([
    ["an obfuscated value", { cumulativeRegisterReading: "x" }],
    ["an obfuscated meter", { meterID: "x" }],
    ["no meter", { meterID: "" }],
    ["no moment", { cumulativeRegisterReadingDateTime: null }],
    ["a moment without an offset", { cumulativeRegisterReadingDateTime: "2026-06-10T00:00:00" }],
  ])("are left out with %s", (_, odd) => {
    const whole = {
      meterID: "M77",
      cumulativeRegisterReading: "1000.000",
      cumulativeRegisterReadingDateTime: "2026-06-10T00:00:00Z",
    };
    expect(build(message({ B064List: [whole] })).state.readings).toHaveLength(1);
    const { state, status } = build(message({ B064List: [{ ...whole, ...odd }] }));
    expect(state.readings).toEqual([]);
    expect(status).toBe("heard of");
  });
});

/** A D0010 with the values of one meter's register at moments, whole as the catalogue has it. */
function told(
  type: string,
  values: readonly (readonly [readAt: string, value: string])[],
  { status = "V", mark = "" } = {},
) {
  return received("D0010", {
    mpanCore: mpan,
    bscValidationStatus: status,
    meterReadingTypes: [
      {
        meterId: "A1",
        readingType: type,
        registerReadings: values.map(([readingDateTime, registerReading]) => ({
          meterRegisterId: "S",
          readingDateTime,
          registerReading,
          ...(mark !== "" && { meterReadingValidationResult: { meterReadingStatus: mark } }),
        })),
      },
    ],
  });
}

describe("the latest reading of a register", () => {
  const march = "20260331000000";
  const may = "20260503000000";
  const june = "20260603000000";
  const latest = (...events: EventRecord[]) =>
    build(...events).state.readings.map(({ value }) => value);

  it("is the one before when it is withdrawn", () => {
    const { state } = build(
      told("R", [[march, "10000.0"]]),
      told("R", [[may, "10267.0"]]),
      told("W", [[may, "10267.0"]]),
    );
    expect(state.readings).toMatchObject([{ value: "10000.0", readAt: "2026-03-31T00:00:00" }]);
    expect(state.earlierReadings).toEqual([]);
  });

  it("is none when the only one is withdrawn, and the withdrawal is no reading", () => {
    expect(build(told("R", [[may, "1.0"]]), told("W", [[may, "1.0"]]))).toMatchObject({
      status: "heard of",
      state: { readings: [], failedReadings: [] },
    });
    expect(latest(told("W", [[may, "1.0"]]))).toEqual([]);
  });

  it("is the corrected one when the one it replaces is withdrawn, whichever is reported first", () => {
    const [wrong, right, back] = [
      told("R", [[may, "99.0"]]),
      told("R", [[may, "10.0"]]),
      told("W", [[may, "0099.0"]]),
    ];
    for (const events of [
      [wrong, back, right],
      [wrong, right, back],
    ]) {
      const { state } = build(...events);
      expect(state.readings).toMatchObject([{ value: "10.0" }]);
      expect(state.readings[0]).not.toHaveProperty("alsoTold");
    }
  });

  it("is gone when its moment is withdrawn with a value that was never reported", () => {
    expect(
      latest(told("R", [[march, "1.0"]]), told("R", [[may, "2.0"]]), told("W", [[may, "3.0"]])),
    ).toEqual(["1.0"]);
  });

  it.each([
    ["of a message with validation status F", { status: "F" }],
    ["that is marked as suspect itself", { mark: "F" }],
  ])("is none %s; it is kept beside", (_, said) => {
    const { state } = build(told("R", [[may, "10267.0"]]), told("R", [[june, "99999.0"]], said));
    expect(state.readings).toMatchObject([{ value: "10267.0" }]);
    expect(state.failedReadings).toMatchObject([
      { value: "99999.0", readAt: "2026-06-03T00:00:00", type: "R" },
    ]);
  });

  it("is marked as failed by D0192, whose marks are beside the reading", () => {
    const d0192 = (marks: object) =>
      received("D0192", {
        mpanCore: mpan,
        meterId: "A1",
        meterRegisterId: "S",
        readingDateTime: may,
        registerReading: "5.0",
        ...marks,
      });
    expect(latest(d0192({ meterReadingFlag: "F", bscValidationStatus: "V" }))).toEqual([]);
    expect(latest(d0192({ meterReadingFlag: "T", bscValidationStatus: "F" }))).toEqual([]);
    expect(latest(d0192({ meterReadingFlag: "T", bscValidationStatus: "V" }))).toEqual(["5.0"]);
  });

  it("passes or fails as was reported last of the same value", () => {
    const failed = told("R", [[may, "7.0"]], { status: "F" });
    const passed = told("R", [[may, "7.0"]]);
    expect(build(failed, passed).state).toMatchObject({
      readings: [{ value: "7.0" }],
      failedReadings: [],
    });
    expect(build(passed, failed).state).toMatchObject({
      readings: [],
      failedReadings: [{ value: "7.0" }],
    });
  });

  it("names every other value reported for its moment", () => {
    const { state } = build(
      told("R", [
        [may, "10267.0"],
        [may, "10299.0"],
      ]),
    );
    expect(state.readings).toMatchObject([
      { value: "10299.0", alsoTold: [{ value: "10267.0", type: "R", flow: "D0010" }] },
    ]);
  });

  it("is kept with the 23 moments before it", () => {
    const moments = Array.from(
      { length: 30 },
      (_, at) => `202601${String(at + 1).padStart(2, "0")}`,
    );
    const { state } = build(...moments.map((day) => told("R", [[`${day}000000`, "1.0"]])));
    expect(state.readings).toMatchObject([{ readAt: "2026-01-30T00:00:00" }]);
    expect(state.earlierReadings).toHaveLength(23);
    expect(state.earlierReadings[0]).toMatchObject({ readAt: "2026-01-07T00:00:00" });
  });

  it("is the same in whatever order files arrive, and is in one list only", () => {
    const word = fc.record({
      type: fc.constantFrom("R", "C", "W"),
      status: fc.constantFrom("V", "F"),
      readAt: fc.constantFrom(march, may, june),
      value: fc.constantFrom("1.0", "2.0", "3.0"),
      occurredAt: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.array(fc.nat(100)), (words, turns) => {
        const events = words.map(({ type, status, readAt, value, occurredAt }, at) => ({
          ...told(type, [[readAt, value]], { status }),
          occurredAt,
          fileIdentifier: String(at).padStart(10, "0"),
        }));
        const arrived = events.map((event, at) => ({ event, turn: turns[at] ?? 0 }));
        const shuffled = arrived.toSorted((a, b) => a.turn - b.turn).map(({ event }) => event);
        const stateOf = (inOrder: readonly EventRecord[]) =>
          buildProcess(
            meteringPoint,
            mpan,
            inOrder.map((event, seq) => ({ ...event, seq })),
          ).state;
        const state = stateOf(events);
        expect(stateOf(shuffled)).toEqual(state);
        const { readings, earlierReadings, failedReadings } = state;
        const moments = [...readings, ...earlierReadings].map(({ readAt }) => readAt);
        expect(new Set(moments).size).toBe(moments.length);
        expect(readings.length).toBeLessThanOrEqual(1);
        const values = [...readings, ...earlierReadings, ...failedReadings].flatMap(
          ({ readAt, value, alsoTold = [] }) =>
            [value, ...alsoTold.map((other) => other.value)].map((one) => `${readAt} ${one}`),
        );
        expect(new Set(values).size).toBe(values.length);
        expect([readings, earlierReadings, failedReadings].flat()).not.toContainEqual(
          expect.objectContaining({ type: "W" }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("agents of a metering point", () => {
  const appointment = received(
    "D0155",
    {
      mpanCore: mpan,
      effectiveFromSettlementDateRegi: "20260401",
      mopEffectiveDate: { effectiveFromDateMoa: "20260402" },
    },
    { sender: "X:MRCY", recipient: "M:LBSL" },
  );
  const tenure = { from: null, to: null, rejected: false };

  it("are appointed by their supplier", () => {
    expect(build(appointment).state.agents).toEqual({
      supplier: [{ ...tenure, participant: "MRCY", from: "2026-04-01", flow: "D0155" }],
      meterOperator: [{ ...tenure, participant: "LBSL", from: "2026-04-02", flow: "D0155" }],
      dataCollector: [],
      dataAggregator: [],
    });
  });

  it("agree or reject", () => {
    const answer = { mpanCore: mpan, effectiveFromSettlementDateRegi: "20260401" };
    const parties = { sender: "M:LBSL", recipient: "X:MRCY" };
    const agreed = build(appointment, received("D0011", answer, parties)).state.agents;
    const rejected = build(appointment, received("D0261", answer, parties)).state.agents;
    const operator = { participant: "LBSL", from: "2026-04-02", to: null };
    expect(agreed.meterOperator).toEqual([{ ...operator, rejected: false, flow: "D0011" }]);
    expect(rejected.meterOperator).toEqual([{ ...operator, rejected: true, flow: "D0261" }]);
  });

  it("end on the last day that their supplier names", () => {
    const { state } = build(
      appointment,
      received(
        "D0151",
        { mpanCore: mpan, effectiveToDate: { effectiveToDateMoa: "20260630" } },
        { sender: "X:MRCY", recipient: "M:LBSL" },
      ),
    );
    expect(state.agents.meterOperator).toEqual([
      {
        participant: "LBSL",
        from: "2026-04-02",
        to: "2026-06-30",
        rejected: false,
        flow: "D0151",
      },
    ]);
  });

  it("are named to each other, new and old", () => {
    const { state } = build(
      received(
        "D0148",
        {
          mpanCore: mpan,
          effectiveFromSettlementDateRegi: "20260401",
          dataCollectors: [
            {
              dataCollectorId: "OLDC",
              agentStatus: "O",
              effectiveToDate: { effectiveToDateDca: "20260331" },
            },
            {
              dataCollectorId: "NEWC",
              agentStatus: "N",
              effectiveFromDate: { effectiveFromDateDca: "20260401" },
            },
          ],
          dataAggregators: [{ dataAggregatorId: "AGGR", agentStatus: "E" }],
        },
        { sender: "X:MRCY", recipient: "M:LBSL" },
      ),
    );
    expect(state.agents.dataCollector).toEqual([
      { ...tenure, participant: "OLDC", to: "2026-03-31", flow: "D0148" },
      { ...tenure, participant: "NEWC", from: "2026-04-01", flow: "D0148" },
    ]);
    expect(state.agents.dataAggregator).toEqual([
      { ...tenure, participant: "AGGR", flow: "D0148" },
    ]);
  });

  it("come with a confirmed registration, from its first day", () => {
    const { state } = build(
      received(
        "D0217",
        {
          fileSequenceNumber: { fileSequenceNumber: "12" },
          mpanCore: mpan,
          effectiveFromSettlementDateRegi: "20260401",
          dataCollectorId: "UDMS",
          meterOperatorId: "LBSL",
        },
        { sender: "P:EELC", recipient: "X:MRCY" },
      ),
    );
    const registered = { ...tenure, from: "2026-04-01", flow: "D0217" };
    expect(state.agents).toEqual({
      supplier: [{ ...registered, participant: "MRCY" }],
      meterOperator: [{ ...registered, participant: "LBSL" }],
      dataCollector: [{ ...registered, participant: "UDMS" }],
      dataAggregator: [],
    });
  });

  it("of a role that nobody knows tell nothing", () => {
    const { state } = build({ ...appointment, recipient: "?:LBSL" });
    expect(state.agents.meterOperator).toEqual([]);
  });
});

it("a metering point knows when it last had an event, from whom, with which flow", () => {
  const event = received("D0302", { mpanCore: mpan }, { sender: "X:MRCY" });
  expect(buildProcess(meteringPoint, mpan, [event]).state.lastHeard).toEqual({
    at: "2026-03-02T15:31:51.000Z",
    from: "X:MRCY",
    flow: "D0302",
  });
});
