import { describe, expect, it } from "vitest";
import { fillTemplate, type TemplateValues } from "../../src/config/channel/name-template.ts";
import { fileNameFor, outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import { fc } from "../property.ts";

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

  it("never makes one name of a role and a recipient that run into each other", () => {
    const nameOf = (toRole: string, toParticipant: string, template: string) =>
      fillTemplate(template, { ...values, toRole, toParticipant });
    const both = "{flow}_{toRole}{toParticipant}_{number}";
    expect(nameOf("M", "UDMS", both)).toBe("D0155_MUDMS_42");
    expect(nameOf("SUP", "EXS", both)).toMatch(/^D0155_SUP-[0-9a-f]{8}EXS_42$/);
    const parties = [
      ["M", "ABC"],
      ["MA", "BC"],
      ["MAB", "C"],
      ["", "MABC"],
      ["MABC", ""],
    ] as const;
    for (const template of [both, "{toRole}_{toParticipant}/{flow}", "{toRole}-{toParticipant}"]) {
      const names = parties.map(([role, participant]) => nameOf(role, participant, template));
      expect(new Set(names).size).toBe(parties.length);
    }
  });

  it("has a separator behind a role of several letters where nobody names the files", () => {
    const nameOf = (toRole: string, toParticipant: string) =>
      fillTemplate(fileNameFor(outboundDefaults, { role: toRole, participant: toParticipant }), {
        ...values,
        toRole,
        toParticipant,
      });
    expect(nameOf("M", "UDMS")).toMatch(/^D0155\w*_MUDMS_/);
    expect(nameOf("REGS", "UDMS")).toMatch(/^D0155\w*_REGS_UDMS_/);
    expect(nameOf("", "7700000001")).toMatch(/^D0155\w*_7700000001_/);
    const parties = [
      ["M", "ABCD"],
      ["MA", "BCD"],
      ["M", "A_BCD"],
      ["MA_B", "CD"],
      ["", "MABCD"],
      ["MABCD", ""],
    ] as const;
    const names = parties.map(([role, participant]) => nameOf(role, participant));
    expect(new Set(names).size).toBe(parties.length);
    const own = { fileName: "{toRole}{toParticipant}_{number}" };
    expect(fileNameFor(own, { role: "REGS", participant: "UDMS" })).toBe(own.fileName);
  });

  it("leaves identifiers, which have little room, as they are", () => {
    const short = { ...values, toRole: "SUP", toParticipant: "EXS" };
    expect(fillTemplate("{toRole}{toParticipant}{number:2}", short, true)).toBe("SUPEXS42");
  });

  it("never makes one name of two parties, whatever is in a template", () => {
    const text = fc.string({
      unit: fc.constantFrom("A", "B", "_", "-", "."),
      minLength: 1,
      maxLength: 5,
    });
    const party = fc.record({ toRole: text, toParticipant: text });
    const templates = [
      "{toRole}{toParticipant}",
      "{toRole}_{toParticipant}",
      "{toParticipant}-{toRole}x",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...templates), party, party, (template, one, other) => {
        fc.pre(one.toRole !== other.toRole || one.toParticipant !== other.toParticipant);
        expect(fillTemplate(template, { ...values, ...one })).not.toBe(
          fillTemplate(template, { ...values, ...other }),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it("never makes one folder of two recipients", () => {
    const folderOf = (toParticipant: string) =>
      fillTemplate("outbox/{toParticipant}", { ...values, toParticipant });
    expect(folderOf("A_B")).toBe("outbox/A_B");
    const alike = ["A_B", "A.B", "A B", "A/B", "A\\B", "A\u00e4B", "A__B", "A..B"];
    expect(new Set(alike.map(folderOf)).size).toBe(alike.length);
  });
});
