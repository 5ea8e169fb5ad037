import { describe, expect, it } from "vitest";
import {
  contract,
  invitation,
  LossStory,
  letter,
  point,
  reading,
  refusal,
  secured,
  status,
  transfer,
} from "./loss-story.ts";

describe("losing without a word of ours", () => {
  it("tells the agents, the new supplier and billing once each", async () => {
    const story = await LossStory.lost();
    expect(story.status).toBe("lost");
    expect(story.sent).toEqual(["D0151 M:MOPA", "D0151 D:DCAA", "D0151 B:DAAA", "D0311 X:GAIN"]);
    expect(story.files[0]?.data).toEqual({
      mpanCore: point,
      effectiveFromSettlementDateRegi: "20240301",
      terminationReason: "LC",
      effectiveToDate: {
        effectiveToDateMoa: "20260614",
        cosDetails: { newSupplierId: "GAIN" },
      },
    });
    expect(story.files[3]?.data).toMatchObject({
      effectiveToSettlementDateRegiForOldSupplier: "20260614",
    });
    await story.collector(reading("4711.0"));
    expect(story.status).toBe("lost, final bill asked");
    expect(story.files[4]).toMatchObject({
      flow: "FINALBILL",
      data: {
        suppliedUntil: "2026-06-14",
        registrationId: "R-9",
        newSupplier: "GAIN",
        account: "A-77",
        readingSource: "D0086",
        lines: [
          {
            meterId: "M1",
            registerId: "01",
            closingReading: "4711.0",
            readingType: "A",
            readAt: "2026-06-15",
          },
        ],
      },
    });
    expect(story.deadlines).toEqual([]);
    expect(story.stuck).toEqual([]);
    story.check();
  });

  it("lets the objection window shut in silence", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract());
    expect(story.deadlines).toContain("OBJECTION_WINDOW_SHUT 2026-06-09T16:00:00.000Z");
    await story.until("2026-06-10T09:00:00+01:00");
    expect(story.status).toBe("invited to intervene");
    expect(story.sent).toEqual([]);
    story.check();
  });

  it("says that it does not object where the settings ask for that", async () => {
    const story = await LossStory.invited({}, { saysNoObjection: true });
    await story.message("CONTRACTS", contract());
    expect(story.files.map(({ data }) => data)).toMatchObject([
      { data: { response: "NoObjection", registrationId: "R-9", interventionId: "I-9" } },
    ]);
  });

  it("tells nobody twice when notices come twice", async () => {
    const story = await LossStory.lost();
    await story.message("CSS02370", secured({}, "2026-07-18T09:00:00Z"));
    await story.message("CSS02700", invitation({}, "2026-07-18T09:01:00Z"));
    await story.message("CSS-STATUS", status("Inactive", {}, "2026-07-18T09:02:00Z"));
    expect(story.sent).toEqual(["D0151 M:MOPA", "D0151 D:DCAA", "D0151 B:DAAA", "D0311 X:GAIN"]);
    story.check();
  });

  it("does not go by a routine reading of another day", async () => {
    const story = await LossStory.lost();
    await story.message("D0010", reading("4000.0", "R", "20260612000000"), undefined, {
      fromRole: "D",
      fromParticipant: "DCAA",
    });
    expect(story.loss.closing).toEqual([]);
    await story.message("D0010", reading("4710.0", "R", "20260614235959"), undefined, {
      fromRole: "D",
      fromParticipant: "DCAA",
    });
    expect(story.loss.closing).toMatchObject([{ value: "4710.0", source: "D0010" }]);
  });
});

describe("what nobody reported", () => {
  it("is named by a person: agents, the start of our supply, and the new supplier", async () => {
    const story = await LossStory.invited({ supplierMpid: null });
    await story.message("CSS02370", secured());
    await story.until("2026-06-23T09:00:00+01:00");
    expect(story.status).toBe("lost: telling the agents overdue, old supplier information overdue");
    const agents = [{ role: "M", participant: "MOPA" }];
    expect(await story.command("do_name_agents", { agents })).toBeNull();
    expect(story.status).toContain("the start of our supply is not known");
    await story.command("do_name_agents", { agents, suppliedFrom: "2024-03-01" });
    await story.command("do_name_new_supplier", { supplier: "GAIN" });
    expect(story.sent).toEqual(["D0151 M:MOPA", "D0311 X:GAIN"]);
    expect(story.status).toBe("lost");
    story.check();
  });
});

describe("notices that come late, or in no order", () => {
  it("takes a reading before any notice, and bills it when the notice comes weeks later", async () => {
    const story = new LossStory({}, "2026-06-20T10:00:00+01:00");
    await story.message("CSS02700", invitation({}, "2026-06-20T09:00:00Z"));
    await story.collector(reading("4711.0"), "2026-06-22T09:00:00Z");
    await story.message("CONTRACTS", contract());
    expect(story.sent).toEqual([]);
    expect(story.status).toBe("invited to intervene");
    story.now = Date.parse("2026-07-18T09:00:00Z");
    await story.message("CSS02370", secured({}, "2026-07-18T09:00:00Z"), "2026-07-18T09:00:00Z");
    expect(story.sent).toEqual([
      "D0151 M:MOPA",
      "D0151 D:DCAA",
      "D0151 B:DAAA",
      "D0311 X:GAIN",
      "FINALBILL BILLING",
    ]);
    story.check();
  });

  it("says that the secured notice is overdue when it never comes, until a person settles it", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract());
    await story.until("2026-06-16T09:00:00+01:00");
    expect(story.status).toBe("invited: secured notice overdue");
    await story.command("do_settle_outcome", { outcome: "lost", reason: "asked the service" });
    expect(story.sent).toContain("D0151 M:MOPA");
    story.check();
  });

  it("shows two dates of two sources, and counts by the switching service's", async () => {
    const story = await LossStory.invited();
    await story.message("CSS02370", secured());
    await story.message("D0058", {
      mpanCore: point,
      supplyEndDate: "20260617",
      changeOfTenancyIndicator: "F",
    });
    expect(story.loss.dates).toEqual([
      { date: "2026-06-15", source: "CSS02370" },
      { date: "2026-06-15", source: "CSS02700" },
      { date: "2026-06-17", source: "D0058" },
    ]);
    expect(story.loss.endDate).toBe("2026-06-15");
    expect(story.status).toBe("lost from 2026-06-15: dates differ");
    story.check();
  });

  it("is stuck, and does nothing more, when a switch that was withdrawn is secured", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract());
    await story.message("CSS-STATUS", status("Withdrawn"));
    expect(story.status).toBe("kept, withdrawn");
    await story.message("CSS02370", secured());
    expect(story.status).toBe("notices contradict each other: settle which is right");
    expect(story.stuck).toEqual(["raise contradicting notices"]);
    expect(story.sent).toEqual([]);
    await story.command("do_settle_outcome", { outcome: "kept", reason: "the service says so" });
    expect(story.status).toBe("kept, withdrawn");
    story.check();
  });

  it("is stuck, and sends nothing twice, when a second registration ends the supply on the same day", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract());
    await story.message("CSS02370", secured(), "2026-06-14T16:00:00Z");
    const before = story.sent;
    await story.message(
      "CSS-STATUS",
      status("Inactive", { registrationId: "5" }),
      "2026-06-14T23:00:00Z",
    );
    expect(story.sent).toEqual(before);
    expect(story.stuck).toEqual(["raise contradicting notices"]);
    expect(story.state.losses.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["R-9", "secured"],
      ["5", "contradicted"],
    ]);
    await story.command("do_settle_outcome", {
      loss: "R-9",
      outcome: "kept",
      reason: "the service says that 5 counts",
    });
    await story.command("do_settle_outcome", {
      loss: "5",
      outcome: "lost",
      reason: "the service says that 5 counts",
    });
    expect(story.sent.filter((one) => one.startsWith("D0151"))).toEqual(
      before.filter((one) => one.startsWith("D0151")),
    );
    story.check();
  });

  it("waits for an invitation to be distinguished from our own registration", async () => {
    const story = new LossStory({}, "2026-06-14T17:05:00+01:00");
    await story.message("CSS02370", secured({ registrationId: "R-1" }));
    expect(story.state.losses.map(({ name }) => name)).toEqual(["R-1"]);
    await story.message("CSS02700", invitation(), "2026-06-08T09:00:00Z");
    expect(story.state.losses.map(({ name }) => name)).toEqual(["R-9"]);
    expect(story.loss.notices.map(({ status: told }) => told)).toEqual(["invited", "secured"]);
    story.check();
  });
});

describe("objections", () => {
  it("objects for a debt within the window, and keeps the supply when it is upheld", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract({ debt: "214.50", debtSince: "2026-03-01" }));
    expect(story.status).toBe("objected (debt)");
    expect(story.files[0]).toMatchObject({
      flow: "CSS-OBJECT",
      to: { role: null, participant: "CSS" },
      data: {
        eventType: "InterventionResponse",
        data: { supplierMpid: "LOSR", registrationId: "R-9", response: "Object", reason: "Debt" },
      },
    });
    await story.message("CSS-STATUS", status("Cancelled"));
    expect(story.status).toBe("kept, objection upheld");
    expect(story.loss.objection.state).toBe("upheld");
    expect(story.deadlines).toEqual([]);
    story.check();
  });

  it("objects on a list that came before the invitation", async () => {
    const story = new LossStory();
    await story.message("CONTRACTS", contract({ customerAsksToObject: "true" }));
    await story.message("CSS02700", invitation());
    expect(story.status).toBe("objected (customer request)");
    story.check();
  });

  it("goes on when the objection is refused, and says why", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract({ debt: "214.50", debtSince: "2026-03-01" }));
    await story.message("CSS-REFUSAL", refusal("Objection"));
    expect(story.status).toBe("invited to intervene: objection refused");
    expect(story.loss.objection.reason).toBe("E42: not allowed");
    expect(story.stuck).toEqual(["raise refusal by the switching service"]);
    await story.until("2026-06-14T17:05:00+01:00");
    await story.message("CSS02370", secured());
    expect(story.sent).toContain("D0151 M:MOPA");
    story.check();
  });

  it("never objects after the window: too late is said, not sent", async () => {
    const story = await LossStory.invited();
    await story.until("2026-06-09T17:00:01+01:00");
    await story.message("CONTRACTS", contract({ debt: "214.50", debtSince: "2026-03-01" }));
    expect(story.sent).toEqual([]);
    expect(story.status).toBe("invited to intervene: too late to object");
    expect(await story.command("do_object", { ground: "customer request" })).toMatchObject({
      code: "TOO_LATE",
    });
    story.check();
  });

  it("has a day more where nobody lives", async () => {
    const story = await LossStory.invited({ domesticPremisesInd: false });
    await story.until("2026-06-10T16:59:00+01:00");
    await story.message("CONTRACTS", contract({ domestic: "false", contractEnds: "2027-01-31" }));
    expect(story.status).toBe("objected (contract)");
    story.check();
  });

  it.each([
    ["a home's contract", {}, { contractEnds: "2027-01-31" }],
    [
      "a debt when the occupier changes",
      { changeOfOccupancyInd: true },
      { debt: "900.00", debtSince: "2025-01-01" },
    ],
    ["a debt of last week", {}, { debt: "900.00", debtSince: "2026-06-01" }],
    [
      "anything when a mistake is brought back",
      { erroneousSwitchResolutionInd: true },
      { customerAsksToObject: "true" },
    ],
  ])("does not object for %s", async (_what, invited, listed) => {
    const story = await LossStory.invited(invited);
    await story.message("CONTRACTS", contract(listed));
    expect(story.sent).toEqual([]);
    expect(story.loss.ground).toBeNull();
  });

  it("takes an objection back by a person's word", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract({ debt: "214.50", debtSince: "2026-03-01" }));
    await story.command("do_withdraw_objection", { reason: "the debt is paid" });
    expect(story.files.map(({ data }) => data)).toMatchObject([
      { data: { response: "Object" } },
      { data: { response: "NoObjection" } },
    ]);
    expect(story.status).toBe("invited to intervene");
    expect(story.loss.objection.state).toBe("withdrawn");
    story.check();
  });

  it("says that an answer to an objection is overdue", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract({ debt: "214.50", debtSince: "2026-03-01" }));
    await story.until("2026-06-10T09:00:00+01:00");
    expect(story.status).toBe("objected (debt): answer to objection overdue");
    story.check();
  });
});

describe("annulment", () => {
  it("is asked for on the customer's word until the gate closes", async () => {
    const story = await LossStory.invited();
    await story.until("2026-06-14T16:59:00+01:00");
    expect(await story.command("do_annul", { reason: "never wanted to go" })).toBeNull();
    expect(story.status).toBe("annulment asked");
    expect(story.files[0]).toMatchObject({
      flow: "CSS-ANNUL",
      data: { eventType: "SwitchAnnulmentRequest", data: { registrationId: "R-9" } },
    });
    await story.message("CSS-STATUS", status("Annulled", {}, "2026-06-14T16:00:00Z"));
    expect(story.status).toBe("kept, annulled");
    story.check();
  });

  it("is refused after the gate closed, and nothing is sent", async () => {
    const story = await LossStory.invited();
    await story.until("2026-06-14T17:00:01+01:00");
    expect(await story.command("do_annul", { reason: "no" })).toMatchObject({
      code: "GATE_CLOSED",
    });
    expect(story.sent).toEqual([]);
  });

  it("leaves with people what the switching service refuses", async () => {
    const story = await LossStory.invited();
    await story.command("do_annul", { reason: "never wanted to go" });
    await story.message("CSS-REFUSAL", refusal("Annulment"));
    expect(story.status).toBe("invited to intervene: annulment refused");
    expect(story.stuck).toEqual(["raise refusal by the switching service"]);
    story.check();
  });
});

describe("closing readings", () => {
  it("bills again, and says so, when a deemed reading becomes an actual and then an agreed one", async () => {
    const story = await LossStory.lost();
    await story.collector(reading("4700.0", "D"));
    story.now += 60_000;
    await story.collector(reading("4711.0", "A"));
    story.now += 60_000;
    await story.collector(reading("4690.0", "D"));
    story.now += 60_000;
    await story.collector(reading("4720.0", "X"));
    const bills = story.files.filter(({ flow }) => flow === "FINALBILL").map(({ data }) => data);
    expect(bills).toMatchObject([
      { lines: [{ closingReading: "4700.0", readingType: "D" }] },
      {
        correction: "1",
        correctionReason: "closing reading changed",
        lines: [{ closingReading: "4711.0" }],
      },
      { correction: "2", lines: [{ closingReading: "4720.0", readingType: "X" }] },
    ]);
    story.check();
  });

  it("drops a reading that is withdrawn", async () => {
    const story = await LossStory.lost();
    await story.collector(reading("4711.0", "A"));
    story.now += 60_000;
    await story.collector(reading("4711.0", "W"));
    expect(story.loss.closing).toEqual([]);
  });

  it("is overdue after fifteen working days", async () => {
    const story = await LossStory.lost();
    await story.until("2026-07-06T18:00:00+01:00");
    expect(story.status).toBe("lost: closing reading overdue");
    await story.collector(reading("4711.0"));
    expect(story.status).toBe("lost, final bill asked");
    story.check();
  });
});

describe("a half-hourly meter outside half-hourly settlement", () => {
  it("waits for no reading: billing is notified of the end, and of its being taken back", async () => {
    const story = await LossStory.invited({ domesticPremisesInd: false });
    await story.message("CONTRACTS", contract({ metering: "HH", domestic: "false" }));
    await story.message("CSS02370", secured());
    expect(story.sent).not.toContain("FINALBILL BILLING");
    await story.until("2026-07-20T09:00:00+01:00");
    expect(story.status).toBe("lost, final bill asked");
    expect(story.loss.overdue).toEqual([]);
    expect(story.files.at(-1)?.data).toMatchObject({
      suppliedUntil: "2026-06-14",
      readingSource: "D0036",
      lines: [{}],
    });
    await story.supplier("D0301", transfer("A"));
    await story.command("do_answer_transfer", { accept: true, customerName: "Ann Bright" });
    expect(story.files.at(-1)?.data).toMatchObject({
      correction: "1",
      correctionReason: "erroneous transfer",
    });
    story.check();
  });
});

describe("a point in half-hourly settlement", () => {
  const ended = (block: object, at: string) => ({
    CommonBlock: { M0: { MPANCore: point } },
    CustomBlock: { B013: { CSSRegistrationID: "R-9" }, ...block },
    at,
  });
  const metering = ended(
    {
      B008: {
        deAppointedMeteringServiceMPID: "MSAA",
        meteringServiceEffectiveToDate: "2026-06-15T00:00:00+01:00",
        deAppointmentReasonCode: "CSUPP",
      },
      B002: {
        incomingSupplierMPID: "GAIN",
        supplierEffectiveFromDate: "2026-06-15T00:00:00+01:00",
      },
    },
    "2026-06-14T16:10:00Z",
  );
  const cumulative = (value: string) => ({
    CommonBlock: { M0: { MPANCore: point } },
    CustomBlock: {
      B064List: [
        {
          meterID: "M1",
          cumulativeRegisterReading: value,
          cumulativeRegisterReadingDateTime: "2026-06-15T00:00:00+01:00",
          readingMethod: "A",
        },
      ],
    },
  });

  it("is notified by its services' end, sends no D0151, and closes with IF-041", async () => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract({ migrated: "true" }));
    await story.message("IF-037", metering, undefined, { group: "MSDeApp" });
    await story.message("CSS02370", secured());
    await story.until("2026-06-15T09:00:00+01:00");
    expect(story.loss.services).toEqual(["MSAA"]);
    await story.message("IF-041", cumulative("815.250"), undefined, { group: "ReadingCOS" });
    expect(story.sent).toEqual(["D0311 X:GAIN", "FINALBILL BILLING"]);
    const agreed = [
      ["SupplierAgreedCOS", "816.000", "816.0"],
      ["ReadingOverride", "817.000", "817.0"],
    ] as const;
    for (const [place, [group, told, billed]] of agreed.entries()) {
      await story.until(`2026-06-${16 + place}T09:00:00+01:00`);
      await story.message("IF-041", cumulative(told), undefined, { group });
      expect(story.files.at(-1)?.data).toMatchObject({
        correction: String(place + 1),
        lines: [{ closingReading: billed, readingType: "X" }],
      });
    }
    story.check();
  });
});

describe("a disputed reading", () => {
  it("agrees to a reading that is ours, and is settled by the collector's X", async () => {
    const story = await LossStory.lost();
    await story.collector(reading("4711.0"));
    await story.supplier("D0300", letter("P", "4711.0"));
    expect(story.files.at(-1)).toMatchObject({
      flow: "D0300",
      to: { role: "X", participant: "GAIN" },
      data: { meterId: [{ meterRegisterDetails: [{ statusOfProposedReadings: "Y" }] }] },
    });
    expect(story.loss.dispute.state).toBe("agreed");
    story.now += 60_000;
    await story.collector(reading("4711.0", "X"));
    expect(story.loss.dispute.state).toBe("settled");
    story.check();
  });

  it("leaves another reading to a person, who proposes an alternative and gets a yes", async () => {
    const story = await LossStory.lost();
    await story.collector(reading("4711.0"));
    await story.supplier("D0300", letter("P", "9999.0"));
    expect(story.status).toBe("lost, final bill asked: reading to be answered");
    const readings = [{ meterId: "M1", registerId: "01", value: "4750.0" }];
    expect(await story.command("do_answer_reading", { answer: "A", readings })).toBeNull();
    expect(story.loss.dispute.state).toBe("awaits their answer");
    story.now += 60_000;
    await story.supplier("D0300", letter("Y", "4750.0"));
    expect(story.loss.dispute.state).toBe("agreed");
    await story.until("2026-07-20T09:00:00+01:00");
    expect(story.status).toBe("lost, final bill asked: agreed reading overdue");
    story.check();
  });

  it("says when an answer of ours, or theirs, is overdue", async () => {
    const story = await LossStory.lost();
    await story.supplier("D0300", letter("P", "9999.0"));
    await story.until("2026-06-23T18:00:00+01:00");
    expect(story.loss.overdue).toContain("answer on the disputed reading");
    story.check();
  });

  it("is stuck with people when our flow broke a rule", async () => {
    const story = await LossStory.lost();
    const readings = [{ meterId: "M1", registerId: "01", value: "4750.0" }];
    expect(await story.command("do_propose_reading", { readings })).toBeNull();
    story.now += 60_000;
    await story.supplier("D0300", letter("R", "4750.0", "register 01 is not there"));
    expect(story.status).toBe("lost: our reading message was refused");
    expect(story.stuck).toEqual(["raise refused reading message"]);
    story.check();
  });

  it("takes a reading for agreed only where each register is", async () => {
    const story = await LossStory.lost();
    const readings = [{ meterId: "M1", registerId: "01", value: "4750.0" }];
    await story.command("do_propose_reading", { readings });
    story.now += 60_000;
    const agreed = letter("Y", "4750.0");
    const refused = letter("R", "4750.0").meterId[0];
    await story.supplier("D0300", { ...agreed, meterId: [...agreed.meterId, refused] });
    expect(story.loss.dispute.state).toBe("our flow refused");
  });

  it("leaves alone what is about a supply that we gained after it was lost", async () => {
    const story = await LossStory.lost();
    await story.collector(reading("4711.0"));
    story.now = Date.parse("2026-09-20T10:00:00Z");
    await story.collector(reading("5100.0", "A", "20260901000000"));
    const gained = { effectiveFromSettlementDateRegiForNewSupplier: "20260901" };
    await story.supplier("D0300", { ...letter("P", "5100.0"), ...gained }, undefined, "OLDS");
    story.now += 60_000;
    await story.supplier("D0300", { ...letter("R", "5100.0"), ...gained }, undefined, "OLDS");
    expect(story.sent.filter((one) => one.startsWith("D0300"))).toEqual([]);
    expect(story.stuck).toEqual([]);
    expect(story.status).toBe("lost, final bill asked");
    story.check();
  });

  it("notes an agreement by telephone, and an obtained reading", async () => {
    const story = await LossStory.lost();
    await story.supplier("D0300", letter("P", "9999.0"));
    expect(await story.command("do_answer_reading", { answer: "TY" })).toBeNull();
    expect(story.files.at(-1)?.data).toMatchObject({
      additionalInformation: "TY agreed by telephone",
      meterId: [{ meterRegisterDetails: [{ statusOfProposedReadings: "Y" }] }],
    });
    expect(story.loss.dispute.state).toBe("agreed");
    story.now += 60_000;
    await story.supplier("D0300", letter("M", "9999.0"));
    expect(story.loss.dispute.state).toBe("awaits a reading");
    expect(await story.command("do_answer_reading", { answer: "D" })).toBeNull();
    expect(story.loss.dispute.state).toBe("awaits a reading");
    story.check();
  });
});

describe("an erroneous transfer", () => {
  it("is accepted, taken off the bill, and returned within its own deadline", async () => {
    const story = await LossStory.lost();
    await story.collector(reading("4711.0"));
    await story.supplier("D0301", transfer("A"));
    expect(story.status).toBe("lost, final bill asked: erroneous transfer to be answered");
    const answer = { accept: true, customerName: "Ann Bright" };
    expect(await story.command("do_answer_transfer", answer)).toBeNull();
    const [message, bill] = story.files.slice(-2);
    expect(message).toMatchObject({ flow: "D0301", to: { participant: "GAIN" } });
    expect(message?.data).toMatchObject({
      erroneousRegistrationTransferDetails65c: { statusOfErroneousTransfer: "E" },
    });
    expect(bill?.data).toMatchObject({ correction: "1", correctionReason: "erroneous transfer" });
    await story.until("2026-07-08T09:00:00+01:00");
    expect(story.status).toBe(
      "lost by mistake, to come back: return of the erroneous transfer overdue",
    );
    await story.message("CSS02370", {
      ...secured({
        registrationStatus: "SecuredActive",
        registrationId: "R-30",
        supplyStartDate: "2026-07-10T00:00:00+01:00",
      }),
    });
    expect(story.status).toBe("returned, erroneous transfer");
    expect(story.deadlines).toEqual([]);
    story.check();
  });

  it("is proposed by us, rejected by them, and stuck until a person cancels it", async () => {
    const story = await LossStory.lost();
    const proposal = { reason: "C", customerName: "Ann Bright" };
    expect(await story.command("do_propose_transfer", proposal)).toBeNull();
    expect(story.files.at(-1)?.data).toMatchObject({
      initiatingSupplierId: "LOSR",
      associatedSupplierId: "GAIN",
      erroneousRegistrationTransferDetails: {
        reasonForReturn: "C",
        statusOfErroneousTransfer: "D",
      },
    });
    story.now += 60_000;
    await story.supplier("D0301", transfer("C"));
    expect(story.status).toBe("lost: erroneous transfer rejected");
    expect(story.stuck).toEqual(["raise rejected erroneous transfer"]);
    expect(await story.command("do_cancel_transfer", { customerName: "Ann Bright" })).toBeNull();
    expect(story.loss.transfer.state).toBe("cancelled");
    story.check();
  });

  it("may be spoken of with a third supplier who has the point by now", async () => {
    const story = await LossStory.lost();
    await story.supplier(
      "D0301",
      transfer("A", { initiatingSupplierId: "THRD", associatedSupplierId: "LOSR" }),
      undefined,
      "THRD",
    );
    expect(story.loss.transfer).toMatchObject({ with: "THRD", chain: ["GAIN"] });
    const answer = { accept: false, customerName: "Ann Bright", note: "the customer signed" };
    expect(await story.command("do_answer_transfer", answer)).toBeNull();
    expect(story.files.at(-1)).toMatchObject({ to: { role: "X", participant: "THRD" } });
    expect(story.loss.transfer.state).toBe("rejected by us");
    story.check();
  });
});

describe("two losses of one point within a month", () => {
  it("keeps them apart, with a bill each", async () => {
    const story = await LossStory.lost();
    await story.collector(reading("4711.0"));
    await story.message(
      "CONTRACTS",
      contract({ suppliedFrom: "2026-06-25", asOf: "2026-06-26", account: "A-78" }),
    );
    story.now = Date.parse("2026-06-29T10:00:00Z");
    await story.message(
      "CSS02700",
      invitation({
        currentRegistrationId: "R-20",
        pendingRegistrationId: "R-29",
        interventionId: "I-29",
        submissionDate: "2026-06-29T09:00:00Z",
        supplyStartDate: "2026-07-06T00:00:00+01:00",
        supplierMpid: "ELSE",
      }),
    );
    await story.until("2026-07-05T17:10:00+01:00");
    await story.message(
      "CSS02370",
      secured({ registrationId: "R-29", supplyStartDate: "2026-07-06T00:00:00+01:00" }),
    );
    await story.until("2026-07-10T17:10:00+01:00");
    await story.collector(reading("4900.0", "A", "20260706000000"));
    expect(story.state.losses.map(({ name, endDate }) => [name, endDate])).toEqual([
      ["R-9", "2026-06-15"],
      ["R-29", "2026-07-06"],
    ]);
    const bills = story.files.filter(({ flow }) => flow === "FINALBILL").map(({ data }) => data);
    expect(bills).toMatchObject([
      { suppliedUntil: "2026-06-14", account: "A-77", newSupplier: "GAIN" },
      { suppliedUntil: "2026-07-05", account: "A-78", newSupplier: "ELSE" },
    ]);
    story.check();
  });
});
