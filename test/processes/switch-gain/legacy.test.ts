import { describe, expect, test } from "vitest";
import { GainStory } from "./gain-story.ts";

describe("a switch by the legacy path", () => {
  test("goes from the request to the opening reading, and each is notified once", async () => {
    const story = await GainStory.requested();
    expect(story.status).toBe("requested");
    await story.notice("Validated");
    await story.notice("Pending", undefined, { supplyStartDate: "2026-12-08T00:00:00.000Z" });
    expect(story.status).toBe("pending");
    await story.legacyRegistered();
    await story.allAgree();
    await story.notice("Confirmed");
    expect(story.status).toBe("pending");
    await story.until("2026-12-07T17:00:00Z");
    await story.notice("SecuredActive", undefined, { effectiveDate: "2026-12-08T00:00:00.000Z" });
    expect(story.status).toBe("secured active");
    await story.meterDetails();
    await story.until("2026-12-08T00:00:01Z");
    await story.notice("Active");
    await story.reading("00123.0", "A");
    expect(story.status).toBe("active");
    expect(story.outbound).toEqual([
      "CSS01800 CSS",
      "D0155 M:UDMS",
      "D0155 D:UDMS",
      "D0153 B:UDMS",
      "D0148 M:UDMS",
      "D0148 D:UDMS",
      "D0170 M:OMOP",
      "D0170 D:ODCO",
      "D0205 P:YELG",
      "D0302 M:UDMS",
      "D0302 D:UDMS",
      "D0302 R:YELG",
      "D0225 M:UDMS",
      "D0225 D:UDMS",
      "D0225 R:YELG",
      "D0131 M:UDMS",
      "D0131 D:UDMS",
      "D0052 D:UDMS",
    ]);
    expect(story.called).toEqual([]);
    expect(story.told).toContain("SWITCH_CONFIRMED");
    expect(story.told).not.toContain("SWITCH_REPORTED");
    story.check();
  });

  test("asks the next agent when one refuses, then a person", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    await story.legacyRegistered();
    await story.agent("D0261", "M", "UDMS");
    expect(story.outbound.at(-1)).toBe("D0155 M:EMEB");
    await story.agent("D0261", "M", "EMEB");
    expect(story.status).toBe("pending: no meter operator left");
    expect(story.called).toEqual(["call for another agent"]);
    expect(await story.command("do_propose_agent", { role: "mop", participant: "NEWM" })).toBe(
      null,
    );
    expect(story.outbound.at(-1)).toBe("D0155 M:NEWM");
    expect(story.status).toBe("pending");
    story.check();
  });

  test("ends with D0151 to who agreed when an objection is upheld", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    await story.legacyRegistered();
    await story.agent("D0011", "M", "UDMS");
    await story.notice("Cancelled");
    expect(story.status).toBe("cancelled");
    expect(story.outbound.slice(-1)).toEqual(["D0151 M:UDMS"]);
    await story.agent("D0011", "D", "UDMS");
    expect(story.outbound.slice(-1)).toEqual(["D0151 D:UDMS"]);
    expect(story.files.at(-1)?.data).toMatchObject({ terminationReason: "OB" });
    story.check();
  });

  test("is asked for again after a rejection, under a new reference", async () => {
    const story = await GainStory.requested();
    await story.notice("Rejected", undefined, { reason: "bad date" });
    expect(story.status).toBe("rejected");
    expect(story.called).toEqual(["call for a rejected request"]);
    const { wanted } = await import("./gain-story.ts");
    await story.message("SWITCHREQ", { ...wanted, ourReference: "SW-2" }, "2026-12-01T12:00:00Z", {
      subjectKey: wanted.meteringPoint,
    });
    expect(story.status).toBe("requested");
    expect(story.outbound).toEqual(["CSS01800 CSS", "CSS01800 CSS"]);
  });

  test("calls a person when it is secured after it was withdrawn", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    expect(await story.command("do_withdraw", { reason: "the customer stays" })).toBe(null);
    expect(story.outbound.at(-1)).toBe("CSS-WITHDRAW CSS");
    await story.notice("Withdrawn");
    expect(story.status).toBe("withdrawn");
    await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
    expect(story.status).toBe("withdrawn: secured all the same");
    expect(story.called).toEqual(["call for a switch secured after its end"]);
    story.check();
  });

  test("chases meter details, then calls a person", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    await story.legacyRegistered();
    await story.allAgree();
    await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
    await story.until("2026-12-09T09:00:00Z");
    expect(story.outbound.slice(-2)).toEqual(["D0170 M:OMOP", "D0170 D:ODCO"]);
    await story.until("2026-12-16T09:00:00Z");
    expect(story.called).toContain("call for meter details");
    story.check();
  });

  test("keeps a first day that another source tells, beside ours", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending", undefined, { supplyStartDate: "2026-12-09T00:00:00.000Z" });
    expect(story.state.dates).toEqual([
      { source: "request", date: "2026-12-08" },
      { source: "switching service, pending", date: "2026-12-09" },
    ]);
    expect(story.status).toBe("pending: first days differ");
  });

  test("opens with the reading that was agreed after a dispute", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    await story.legacyRegistered();
    await story.allAgree();
    await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
    await story.reading("00999.0", "D", "2026-12-16T10:00:00Z");
    const registers = [{ meter: "A10Z001", register: "01", value: "00123.0" }];
    expect(await story.command("do_dispute_reading", { registers, reason: "too high" })).toBe(null);
    expect(story.outbound.at(-1)).toBe("D0300 X:OLDS");
    const details = { subjectKey: "9900012045006", fromRole: "X", fromParticipant: "OLDS" };
    const answer = {
      effectiveFromSettlementDateRegiForNewSupplier: "20261208",
      meterId: [{ meterRegisterDetails: [{ statusOfProposedReadings: "Y" }] }],
    };
    await story.message("D0300", answer, "2026-12-18T10:00:00Z", details);
    await story.reading("00123.0", "X", "2026-12-19T10:00:00Z");
    expect(story.status).toBe("secured active");
    const { openingOf } = await import("../../../src/processes/switch-gain/conditions.ts");
    expect(openingOf(story.state)?.registers).toEqual(registers);
  });
});
