import { expect, it } from "vitest";
import type { GroupData } from "../../../src/core/file/document.ts";
import { jsonEvent } from "../../../src/formats/json-event/family.ts";
import { mpan, readings, shipped } from "./json-text.ts";

/** The text of one new message of half-hourly settlement. */
function written(data: object): ReturnType<typeof JSON.parse> {
  const nobody = { role: null, participant: null };
  const envelope = {
    ...{ family: "json-event", flow: "IF-041", version: "011", from: nobody, to: nobody },
    ...{ fileIdentifier: null, created: null, testFlag: null },
  };
  const messages = [{ group: "ReadingCOS", data: data as GroupData }];
  const result = jsonEvent.write?.({ envelope, layout: null, messages }, shipped);
  if (result?.ok !== true) throw new Error(JSON.stringify(result?.problems));
  return JSON.parse(Buffer.from(result.bytes).toString());
}

it("writes null for a member that must be there and may be null", () => {
  const data = structuredClone(readings()) as ReturnType<typeof JSON.parse>;
  delete data.CommonBlock.S1.subText;
  delete data.CommonBlock.S1.DIPConnectionProviderID;
  delete data.CustomBlock.B064List[0].siteVisitCheckCode;
  const text = written(data);
  expect(Object.keys(text.CommonBlock.S1)).toEqual([
    ...["environmentTag", "subText", "senderUniqueReference", "senderTimestamp", "senderDIPID"],
    ...["senderRoleID", "senderCorrelationID", "DIPConnectionProviderID"],
  ]);
  expect(text.CommonBlock.S1).toMatchObject({ subText: null, DIPConnectionProviderID: null });
});

it("leaves out what may be missing", () => {
  const text = written(readings());
  expect(text.CommonBlock.D0).not.toHaveProperty("serviceTicketURL");
  expect(text.CustomBlock).not.toHaveProperty("B065List");
});

it("writes names as the definition has them", () => {
  const data = readings({ M0: { MPANCore: undefined, mpancore: mpan } });
  expect(written(data).CommonBlock.M0).toEqual({
    MPANCore: mpan,
    distributorDIPID: "9900000001",
    GSPGroupID: "_N",
  });
});

it("writes what it is given in the order that it is given", () => {
  expect(JSON.stringify(written(readings()))).toBe(JSON.stringify(readings()));
});
