import { describe, expect, test } from "vitest";
import { GainStory, point } from "./gain-story.ts";

const from = (role: string, participant: string) => ({
  subjectKey: point,
  fromRole: role,
  fromParticipant: participant,
});

async function secured(): Promise<GainStory> {
  const story = await GainStory.requested();
  await story.notice("Pending");
  await story.legacyRegistered();
  await story.allAgree();
  await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
  return story;
}

describe("a switch in trouble", () => {
  test("secured weeks late, and twice, is only secured", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    await story.until("2026-12-09T09:00:00Z");
    expect(story.status).toBe("pending: secured notice overdue");
    expect(story.called).toEqual(["call for an overdue notice"]);
    expect(await story.command("do_ask_again")).toBe(null);
    expect(story.outbound.at(-1)).toBe("CSS-ASK CSS");
    await story.notice("SecuredActive", "2027-01-09T17:00:00Z");
    const once = JSON.stringify(story.state);
    await story.notice("SecuredActive", "2027-01-09T18:00:00Z");
    expect(JSON.stringify(story.state)).toBe(once);
    expect(story.status).toMatch(/^secured active/);
    story.check();
  });

  test("goes on when its withdrawal is refused, and says so", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    await story.command("do_withdraw", { reason: "the customer stays" });
    const known = { refused: "Withdrawal", reason: "gate closed", registrationId: "REG-77" };
    const refusal = { contextType: "GainingSupplier", $known: known };
    await story.message("CSS-REFUSAL", refusal, "2026-12-07T17:05:00Z", { subjectKey: point });
    expect(story.status).toBe("pending: withdrawal refused");
    expect(story.called).toEqual(["call for a refused withdrawal"]);
  });

  test("is not withdrawn after gate closure", async () => {
    const story = await GainStory.requested();
    await story.until("2026-12-07T17:00:00Z");
    expect(await story.command("do_withdraw", { reason: "late" })).toMatchObject({
      code: "GATE_CLOSED",
    });
  });

  test("leaves what is about another switch of the point alone", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    const other = { effectiveFromSettlementDateRegi: "20270105", gspGroupId: "_M" };
    await story.message("D0217", other, "2026-12-20T10:00:00Z", from("P", "YELG"));
    const block = {
      B002: { supplierEffectiveFromDate: "2026-12-08T00:00:00+00:00" },
      B013: { CSSRegistrationID: "REG-99" },
    };
    await story.platform("IF-002", "GainMPANInfo", block, "2026-12-20T11:00:00Z");
    expect(story.state).toMatchObject({ registered: null, halfHourly: null });
    expect(story.outbound).toEqual(["CSS01800 CSS"]);
  });

  test("takes nothing that is about another point which was asked for by the same reference", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending", undefined, { mpxn: point });
    const asItWas = story.state.notices;
    const other = { mpxn: "1200000000003", registrationId: "REG-99" };
    await story.notice("SecuredActive", undefined, other);
    await story.notice("Cancelled", undefined, other);
    await story.notice("Rejected", undefined, other);
    expect(story.state.notices).toEqual(asItWas);
    expect(story.state.registrationId).toBe("REG-77");
    expect(story.state.rejections).toEqual({});
    expect(story.status).toBe("pending: another point has our reference");
    story.check();
  });

  test("gives back a point taken by mistake, and waits for its registration", async () => {
    const story = await secured();
    const asked = { reason: "D", customer: "Ann Bright", contactDate: "2026-12-10" };
    expect(await story.command("do_start_erroneous_transfer", asked)).toBe(null);
    expect(story.outbound.at(-1)).toBe("D0301 X:OLDS");
    const answer = {
      effectiveFromSettlementDateRegiForNewSupplier: "20261208",
      erroneousRegistrationTransferDetails65c: { statusOfErroneousTransfer: "E" },
      customerName: "Ann Bright",
      initialCustomerContactDate: "20261210",
    };
    await story.message("D0301", answer, "2026-12-14T10:00:00Z", from("X", "OLDS"));
    expect(story.status).toBe("secured active: erroneous transfer");
    await story.until("2027-01-20T09:00:00Z");
    expect(story.called).toContain("call for a registration that is due");
    const third = { ...asked, supplier: "THRD" };
    expect(await story.command("do_start_erroneous_transfer", third)).toBe(null);
    expect(story.outbound.at(-1)).toBe("D0301 X:THRD");
    await story.notice("SecuredInactive", "2027-01-22T17:00:00Z");
    expect(story.status).toBe("given back");
    expect(story.deadlines.filter((one) => one.startsWith("RE_REGISTRATION"))).toEqual([]);
    story.check();
  });

  test("answers an erroneous transfer that another supplier proposed, once, and takes back its own", async () => {
    const story = await secured();
    const said = { customer: "Ann Bright", contactDate: "2026-12-10", reason: "not a mistake" };
    const reject = { ...said, supplier: "OLDS", accept: false };
    expect(await story.command("do_answer_transfer", reject)).toMatchObject({
      code: "NOTHING_TO_ANSWER",
    });
    const proposed = {
      effectiveFromSettlementDateRegiForNewSupplier: "20261208",
      erroneousRegistrationTransferDetails65c: { statusOfErroneousTransfer: "D" },
      customerName: "Ann Bright",
      initialCustomerContactDate: "20261210",
    };
    await story.message("D0301", proposed, "2026-12-14T10:00:00Z", from("X", "OLDS"));
    expect(story.called).toContain("call for an erroneous transfer");
    expect(await story.command("do_answer_transfer", reject)).toBe(null);
    expect(await story.command("do_answer_transfer", reject)).not.toBe(null);
    expect(story.files.at(-1)?.data).toMatchObject({
      initiatingSupplierId: "OLDS",
      associatedSupplierId: "SUPP",
      erroneousRegistrationTransferDetails: { statusOfErroneousTransfer: "C" },
    });
    const third = { customer: "Ann Bright", contactDate: "2026-12-10", reason: "D" };
    await story.command("do_start_erroneous_transfer", { ...third, supplier: "THRD" });
    await story.command("do_cancel_transfer", { ...said, supplier: "THRD" });
    expect(story.files.at(-1)?.data).toMatchObject({
      initiatingSupplierId: "SUPP",
      erroneousRegistrationTransferDetails: { statusOfErroneousTransfer: "G" },
    });
    expect(story.outbound.filter((one) => one.startsWith("D0301"))).toEqual([
      "D0301 X:OLDS",
      "D0301 X:THRD",
      "D0301 X:THRD",
    ]);
    // What the switching service says of another supply before ours is none of its end.
    await story.notice("SecuredInactive", "2026-12-01T17:00:00Z");
    expect(story.status).not.toBe("given back");
    story.check();
  });

  test("is stuck with us when our flow broke a rule", async () => {
    const story = await secured();
    const registers = [{ meter: "A10Z001", register: "01", value: "00123.0" }];
    await story.command("do_dispute_reading", { registers, reason: "too high" });
    const refused = {
      effectiveFromSettlementDateRegiForNewSupplier: "20261208",
      recordRejectionReasonIndicator: "03",
      meterId: [{ meterRegisterDetails: [{ statusOfProposedReadings: "R" }] }],
    };
    await story.message("D0300", refused, "2026-12-18T10:00:00Z", from("X", "OLDS"));
    expect(story.status).toBe("secured active: our reading proposal refused");
    expect(story.called).toContain("call for a disputed reading");
  });

  test("answers a reading that the old supplier proposes, once, and is chased no more", async () => {
    const story = await secured();
    const proposed = (value: string, status: string) => ({
      effectiveFromSettlementDateRegiForNewSupplier: "20261208",
      meterId: [
        {
          meterId: "A10Z001",
          meterRegisterDetails: [
            {
              meterRegisterId: "01",
              proposedRegisterReading: value,
              statusOfProposedReadings: status,
            },
          ],
        },
      ],
    });
    expect(await story.command("do_answer_reading", { answer: "Y" })).toMatchObject({
      code: "NOTHING_TO_ANSWER",
    });
    await story.message(
      "D0300",
      proposed("00120.0", "P"),
      "2026-12-14T10:00:00Z",
      from("X", "OLDS"),
    );
    expect(story.status).toBe("secured active: opening reading disputed");
    expect(await story.command("do_answer_reading", { answer: "A" })).toMatchObject({
      code: "NO_READINGS",
    });
    const registers = [{ meter: "A10Z001", register: "01", value: "00123.0" }];
    expect(await story.command("do_answer_reading", { answer: "A", registers })).toBe(null);
    expect(story.files.at(-1)).toMatchObject({
      flow: "D0300",
      to: { role: "X", participant: "OLDS" },
      data: {
        meterId: [
          {
            initiatingFlowIndicator: "0",
            meterRegisterDetails: [
              { proposedRegisterReading: "00123.0", statusOfProposedReadings: "A" },
            ],
          },
        ],
      },
    });
    expect(await story.command("do_answer_reading", { answer: "Y" })).toMatchObject({
      code: "NOTHING_TO_ANSWER",
    });
    await story.message(
      "D0300",
      proposed("00121.0", "A"),
      "2026-12-15T10:00:00Z",
      from("X", "OLDS"),
    );
    expect(await story.command("do_answer_reading", { answer: "TY" })).toBe(null);
    expect(story.status).toBe("secured active");
    const answers = story.files.filter(({ flow }) => flow === "D0300");
    expect(answers).toHaveLength(2);
    expect(answers.at(-1)).toMatchObject({
      data: {
        additionalInformation: "TY agreed by telephone",
        meterId: [
          {
            meterRegisterDetails: [
              { proposedRegisterReading: "00121.0", statusOfProposedReadings: "Y" },
            ],
          },
        ],
      },
    });
    story.check();
  });

  test("takes a reading for agreed only where each register is", async () => {
    const story = await secured();
    const registers = [{ meter: "A10Z001", register: "01", value: "00123.0" }];
    await story.command("do_dispute_reading", { registers, reason: "too high" });
    const both = {
      effectiveFromSettlementDateRegiForNewSupplier: "20261208",
      meterId: [
        {
          meterRegisterDetails: [
            { statusOfProposedReadings: "Y" },
            { statusOfProposedReadings: "R" },
          ],
        },
      ],
    };
    await story.message("D0300", both, "2026-12-18T10:00:00Z", from("X", "OLDS"));
    expect(story.status).toBe("secured active: our reading proposal refused");
  });

  test("says that D0217 has another sort of meter than was asked for, and appoints as asked", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    await story.legacyRegistered(undefined, "C");
    expect(story.status).toBe("pending: another sort of meter");
    expect(story.called).toEqual(["call for another sort of meter"]);
    expect(story.outbound).toContain("D0155 D:UDMS");
    expect(story.actions.find(({ state }) => state === "refused")?.reason).toContain(
      "D0217 says measurement class C, which is a half-hourly meter",
    );
  });

  test("registers the agents with the registration service, and calls a person when it refuses", async () => {
    const story = await secured();
    const [update] = story.files.filter(({ flow }) => flow === "D0205");
    expect(update).toMatchObject({
      to: { role: "P", participant: "YELG" },
      data: {
        instructionType: "SP02",
        effectiveFromSettlementDateRegi: "20261208",
        meterOperatorId: "UDMS",
        meterOperatorType: "N",
        dataCollectorId: "UDMS",
        dataAggregatorId: "UDMS",
      },
    });
    expect(update?.data).toHaveProperty("instructionNumber", expect.stringMatching(/^\d{1,12}$/));
    const refusal = { incomingInstructionNumber: "1", mpanCore: point };
    await story.message("D0203", refusal, "2026-12-09T10:00:00Z", from("P", "YELG"));
    expect(story.called).toContain("call for a refused registration of agents");
    story.check();
  });
});
