import { describe, expect, test } from "vitest";
import { refusedMessages } from "../../../src/processes/switch-gain/mhhs/refusals.ts";
import { fromDay, GainStory, services } from "./gain-story.ts";

async function informed(): Promise<GainStory> {
  const story = await GainStory.requested();
  await story.notice("Pending");
  await story.platform("IF-002", "GainMPANInfo", fromDay);
  return story;
}

describe("a switch by half-hourly settlement", () => {
  test("goes its seventeen steps, without any legacy appointment", async () => {
    const story = await informed();
    expect(story.outbound).toEqual([
      "CSS01800 CSS",
      "IF-031 REGS:7700000001",
      "IF-031 REGS:7700000001",
    ]);
    expect(story.files.slice(1).map(({ data }) => data)).toMatchObject([
      {
        CustomBlock: { B070: { proposedMeteringServiceMPID: "METR", appointmentScenario: "COS" } },
      },
      { CustomBlock: { B071: { proposedDataServiceMPID: "DATA", appointmentScenario: "COS" } } },
    ]);
    const accepted = { responseCode: "A", responseMessages: ["REG000"] };
    await story.platform("IF-032", "MSAppInitialResp", services.ms("METR"), undefined, accepted);
    await story.platform("IF-032", "DSAppInitialResp", services.ds("DATA"), undefined, accepted);
    await story.platform("IF-035", "MSAppAccepted", services.ms("METR"));
    await story.platform("IF-035", "DSAppAccepted", services.ds("DATA"));
    await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
    await story.platform("IF-001", "ChangeOfSupplier", fromDay, "2026-12-07T18:00:00Z");
    expect(story.outbound.slice(3)).toEqual([
      "D0302 S:METR",
      "D0302 N:DATA",
      "D0225 S:METR",
      "D0225 N:DATA",
      "IF-025 REGS:7700000001",
    ]);
    const reading = {
      meterID: "A10Z001",
      cumulativeRegisterReading: "123.000",
      cumulativeRegisterReadingDateTime: "2026-12-08T00:00:00+00:00",
    };
    await story.platform("IF-041", "ReadingCOS", { B064List: [reading] }, "2026-12-09T06:00:00Z");
    await story.notice("Active", "2026-12-08T00:00:01Z");
    expect(story.status).toBe("active");
    expect(story.called).toEqual([]);
    story.check();
  });

  test("asks for the next service after a rejection by the register or by the service", async () => {
    const story = await informed();
    const rejected = { responseCode: "R", responseMessages: ["REG1031"] };
    await story.platform("IF-032", "MSAppInitialResp", services.ms("METR"), undefined, rejected);
    expect(story.files.at(-1)?.data).toMatchObject({
      CustomBlock: { B070: { proposedMeteringServiceMPID: "MTRB" } },
    });
    const no = { ...services.ds("DATA"), B007: { proposedAppointmentResponseCode: "SP001" } };
    await story.platform("IF-035", "DSAppRejected", no);
    expect(story.status).toBe("pending: no data service left");
    expect(story.called).toEqual(["call for another agent"]);
    story.check();
  });

  test("is stuck in words when the platform refuses one of its messages, and sends it again", async () => {
    const story = await informed();
    const references = story.files.slice(1).map(referenceOf);
    const answer = (reference: string, message: string) =>
      story.message("DIP-ANSWER", {
        httpStatus: 207,
        messageArray: { senderUniqueReference: reference, message, help: "No such id." },
      });
    const [metering = "", data = ""] = references;
    await answer(metering, "RCP1022 - A coded value is none of its list.");
    await expect(answer(data, "MSG0000 - Success")).rejects.toThrow("does not take this message");
    expect(story.status).toBe("pending: message refused by the platform");
    expect(story.called).toEqual(["call for a message that the platform refused"]);
    expect(refusedMessages(story.state)).toEqual([
      {
        purpose: "ask for the metering service METR",
        says: "RCP1022 - A coded value is none of its list. No such id.",
      },
    ]);
    expect(story.files).toHaveLength(3);
    await story.command("do_send_again", { reason: "the id is set now" });
    expect(story.files).toHaveLength(4);
    const again = referenceOf(story.files[3]);
    expect(again).not.toBe(metering);
    expect(story.files[3]?.data).toMatchObject({
      CustomBlock: { B070: { proposedMeteringServiceMPID: "METR" } },
    });
    // The platform says it once more of the first; that is over.
    await answer(metering, "RCP1022 - A coded value is none of its list.");
    expect(story.status).toBe("pending");
    await answer(again, "RCP1021 - A mandatory value is missing.");
    expect(story.status).toBe("pending: message refused by the platform");
    story.check();
  });

  test("needs nothing from us when it ends: appointments lapse", async () => {
    const story = await informed();
    await story.platform("IF-035", "MSAppAccepted", services.ms("METR"));
    const before = story.files.length;
    await story.notice("Annulled");
    await story.platform("IF-035", "MSAppLapsed", services.ms("METR"));
    expect(story.files).toHaveLength(before);
    expect(story.status).toBe("annulled");
  });

  test("asks no next service once an appointment lapsed, though the notice of the end is missing", async () => {
    const story = await informed();
    await story.platform("IF-035", "DSAppLapsed", services.ds("DATA"));
    const before = story.files.length;
    await story.platform("IF-035", "MSAppRejected", services.ms("METR"));
    expect(story.files).toHaveLength(before);
    story.check();
  });

  test("ends the legacy appointments of a point that migrates meanwhile, and asks with MCS", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    await story.legacyRegistered();
    await story.agent("D0011", "M", "UDMS");
    await story.platform("IF-002", "GainMPANInfo", fromDay, "2026-12-03T10:00:00Z");
    expect(story.outbound.slice(-3).toSorted()).toEqual([
      "D0151 M:UDMS",
      "IF-031 REGS:7700000001",
      "IF-031 REGS:7700000001",
    ]);
    expect(story.files.at(-1)?.data).toMatchObject({
      CustomBlock: { B071: { appointmentScenario: "MCS" } },
    });
    story.check();
  });

  test("goes back to the legacy path when the point leaves it", async () => {
    const story = await GainStory.requested();
    await story.notice("Pending");
    const old = { B008: { deAppointedMeteringServiceMPID: "OMSV" } };
    await story.platform("IF-003", "MSDeAppRM", old);
    await story.legacyRegistered();
    await story.allAgree();
    expect(story.outbound).toEqual([
      "CSS01800 CSS",
      "D0155 M:UDMS",
      "D0155 D:UDMS",
      "D0153 B:UDMS",
      "D0148 M:UDMS",
      "D0148 D:UDMS",
      "D0170 S:OMSV",
    ]);
    expect(story.files.at(-1)?.data).toMatchObject({
      requestDetails: { requestedActionCode: "25" },
    });
  });
});

function referenceOf(file: { readonly data: object } | undefined): string {
  const data = file?.data as {
    readonly CommonBlock: { readonly S1: { readonly senderUniqueReference: string } };
  };
  return data.CommonBlock.S1.senderUniqueReference;
}
