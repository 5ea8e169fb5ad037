import { describe, expect, it } from "vitest";
import { fillTemplate, type TemplateValues } from "../../src/config/name-template.ts";

const values: TemplateValues = {
  flow: "D0155",
  version: "001",
  fromRole: "X",
  fromParticipant: "SUPP",
  toRole: "M",
  toParticipant: "UDMS",
  number: "42",
  identifier: "0000000042",
  date: "20240201",
  time: "093000",
  extension: "usr",
};

describe("a template of names", () => {
  it.each([
    ["{flow}{version}_{identifier}.{extension}", "D0155001_0000000042.usr"],
    ["{number:6}-{number}", "000042-42"],
    ["plain", "plain"],
  ])("fills %s", (template, name) => expect(fillTemplate(template, values)).toBe(name));

  it("leaves out the separator before a word that stands for nothing", () => {
    const none = { ...values, toRole: "", toParticipant: "" };
    expect(fillTemplate("{flow}_{toRole}{toParticipant}_{number}.csv", none)).toBe("D0155_42.csv");
  });

  it("never leaves its folder, whatever a value holds", () => {
    const evil = { ...values, toParticipant: "../../etc" };
    expect(fillTemplate("out/{toParticipant}/x", evil)).toMatch(/^out\/______etc-[0-9a-f]{8}\/x$/);
  });

  it("never makes one folder of two recipients", () => {
    const folderOf = (toParticipant: string) =>
      fillTemplate("outbox/{toParticipant}", { ...values, toParticipant });
    expect(folderOf("A_B")).toBe("outbox/A_B");
    const alike = ["A_B", "A.B", "A B", "A/B", "A\\B", "A\u00e4B", "A__B", "A..B"];
    expect(new Set(alike.map(folderOf)).size).toBe(alike.length);
  });
});
