import { describe, expect, it } from "vitest";
import { buildProcess } from "../../src/core/build.ts";
import type { EventRecord } from "../../src/core/event.ts";
import { meteringPoint } from "../../src/processes/metering-point/build.ts";
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

it("a metering point knows when it was last heard of, from whom, with which flow", () => {
  const event = received("D0302", { mpanCore: mpan }, { sender: "X:MRCY" });
  expect(buildProcess(meteringPoint, mpan, [event]).state.lastHeard).toEqual({
    at: "2026-03-02T15:31:51.000Z",
    from: "X:MRCY",
    flow: "D0302",
  });
});
