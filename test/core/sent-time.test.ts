import { describe, expect, it } from "vitest";
import { readSentTime } from "../../src/core/file/sent-time.ts";
import { fc } from "../property.ts";

const zone = "Europe/London";
const at = (text: string) => Date.parse(text);

describe("when a file was sent", () => {
  it("is local time: an hour ahead of UTC in summer, none in winter", () => {
    const seenAt = at("2017-01-01T00:00:00Z");
    expect(readSentTime("20160302153151", zone, seenAt)).toEqual({
      at: at("2016-03-02T15:31:51Z"),
      offsetMinutes: 0,
      note: null,
    });
    expect(readSentTime("20160702153151", zone, seenAt)).toEqual({
      at: at("2016-07-02T14:31:51Z"),
      offsetMinutes: 60,
      note: null,
    });
  });

  it.each([
    ["2026-06-10T09:03:00.000Z", "2026-06-10T09:03:00Z", 0],
    ["2025-08-11T11:15:30+01:00", "2025-08-11T10:15:30Z", 60],
    ["2025-08-11T05:15:30-05:30", "2025-08-11T10:45:30Z", -330],
    ["2026-06-10T09:03", "2026-06-10T08:03:00Z", 60],
    ["2026-01-10 09:03:15", "2026-01-10T09:03:15Z", 0],
  ])("is read from ISO 8601, too: %s", (text, instant, offsetMinutes) => {
    const seenAt = at("2027-01-01T00:00:00Z");
    expect(readSentTime(text, zone, seenAt)).toEqual({
      at: at(instant),
      offsetMinutes,
      note: null,
    });
  });

  it.each(["2026-02-31T09:00:00Z", "2026-06-10T25:00", "2026-06-10", "2026-06-10T09:00+99:00"])(
    "is no real ISO time: %s",
    (text) => {
      const seenAt = at("2027-01-01T00:00:00Z");
      expect(readSentTime(text, zone, seenAt)).toMatchObject({ at: seenAt, note: "unreadable" });
    },
  );

  it("is the later of the two instants of an autumn hour", () => {
    const seenAt = at("2016-10-30T01:45:00Z");
    expect(readSentTime("20161030013000", zone, seenAt)).toMatchObject({
      at: at("2016-10-30T01:30:00Z"),
      offsetMinutes: 0,
    });
  });

  it("is the earlier one when we saw the file before the later", () => {
    const seenAt = at("2016-10-30T00:45:00Z");
    expect(readSentTime("20161030013000", zone, seenAt)).toMatchObject({
      at: at("2016-10-30T00:30:00Z"),
      offsetMinutes: 60,
    });
  });

  it("may lie a little ahead, as senders' clocks do, but not more than a day", () => {
    const seenAt = at("2016-03-02T12:00:00Z");
    expect(readSentTime("20160303115959", zone, seenAt).note).toBeNull();
    expect(readSentTime("20160303120001", zone, seenAt)).toEqual({
      at: seenAt,
      offsetMinutes: null,
      note: "future",
    });
  });

  it.each([
    null,
    "",
    "20160302",
    "20160231000000",
    "20161301000000",
    "20160302240000",
    "2016030215315x",
    "00000000000000",
    " 20160302153151",
  ])("is the moment first seen when the text cannot be read: %j", (text) => {
    expect(readSentTime(text, zone, 1_000)).toEqual({
      at: 1_000,
      offsetMinutes: null,
      note: "unreadable",
    });
  });

  it("is never more than a day after the moment first seen, whatever the text", () => {
    const digits = fc.stringMatching(/^(19|20)\d\d(0\d|1[0-3])[0-3]\d[0-2]\d[0-6]\d[0-6]\d$/);
    const seen = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(fc.oneof(digits, fc.string()), seen, (text, seenAt) => {
        expect(readSentTime(text, zone, seenAt).at).toBeLessThanOrEqual(seenAt + 86_400_000);
      }),
    );
  });

  it("takes a zone that does not exist as a mistake in the program", () => {
    expect(() => readSentTime("20160302153151", "Europe/Nowhere", 0)).toThrow(RangeError);
  });
});
