import { describe, expect, it } from "vitest";
import { openCalendars } from "../../src/config/calendars.ts";
import { type NoticeSettings, usualNotices } from "../../src/config/notices/notice-settings.ts";
import { digestBefore, quietUntil } from "../../src/config/notices/quiet-hours.ts";
import { causeOf } from "../../src/core/stuck/cause.ts";
import type { StuckKind } from "../../src/core/stuck/stuck-kind.ts";
import type { ChannelState, ChannelStatus } from "../../src/intake/channel/channel-status.ts";
import { type Situation, whatStands } from "../../src/notices/standing.ts";
import type {
  OutboundChannelState,
  OutboundChannelStatus,
} from "../../src/outbound/deliver/outbound-status.ts";
import type { StuckCause } from "../../src/store/stuck/stuck-causes.ts";

const none = { count: 0, entries: [] };

function inbox(
  name: string,
  state: ChannelState,
  more: Partial<ChannelStatus> = {},
): ChannelStatus {
  return {
    name,
    path: `/srv/${name}`,
    state,
    problem: state === "watching" ? null : `${name} is ${state}`,
    lastListingAt: 500,
    recorded: 0,
    waiting: none,
    ignored: none,
    troubled: none,
    ...more,
  };
}

function outlet(
  name: string,
  state: OutboundChannelState,
  triedAt: number | null = 700,
): OutboundChannelStatus {
  const problem = state === "waiting" ? "it refuses the connection" : null;
  const rest = { retryAt: null, delivered: 0, deliveredAt: null };
  return { name, kind: "sftp", target: name, state, problem, triedAt, ...rest };
}

function cause(kind: StuckKind, title: string, count = 2): StuckCause {
  const example = { kind, number: 1, item: "file 1" } as StuckCause["example"];
  return { ...causeOf(kind, title), kind, count, dismissed: 0, since: 9, assignees: [], example };
}

const well: Situation = {
  now: 1_000,
  causes: [],
  channels: [inbox("inbox", "watching")],
  outbound: [outlet("market", "working")],
  holds: [],
  replaced: null,
  reloadRefused: null,
  unreached: [],
};

const stands = (more: Partial<Situation>, settings: Partial<NoticeSettings> = {}) =>
  whatStands({ ...well, ...more }, { ...usualNotices, ...settings });

describe("what is open", () => {
  it("is nothing when all is well", () => {
    expect(stands({})).toEqual({ standing: [], unknown: new Set() });
  });

  it("is a partner's server that is down, and not what cannot be delivered because of it", () => {
    const failed = cause("outbound-failed", "channel market: it refuses the connection");
    const other = cause("outbound-failed", "channel post: it refuses the connection");
    const settings = { patienceMs: 60_000, channelPatienceMs: { market: 3_600_000 } };
    const { standing } = stands(
      { outbound: [outlet("market", "waiting")], causes: [failed, other] },
      settings,
    );
    expect(standing).toMatchObject([
      { about: `cause ${failed.id}`, because: "channel market", level: "urgent", count: 2 },
      { about: `cause ${other.id}`, because: null },
      { about: "channel market", level: "urgent", patienceMs: 3_600_000, since: 700 },
    ]);
    expect(standing[2]?.title).toBe("Channel market cannot be used: it refuses the connection");
  });

  it("is intake that waits, once for all channels, and not what does not come meanwhile", () => {
    const missing = cause("file-missing", "D0010 from UDMS by 18:00 every day");
    const channels = [inbox("one", "waiting"), inbox("two", "waiting")];
    expect(stands({ channels, causes: [missing] }).standing).toMatchObject([
      { about: `cause ${missing.id}`, because: "intake" },
      { about: "intake", level: "urgent", count: 2, title: "Intake waits: one is waiting" },
    ]);
  });

  it("is a hold that was forgotten, and what a hold on all of intake keeps from coming follows from it", () => {
    const missing = cause("file-missing", "D0010 from UDMS by 18:00 every day");
    const hold = { id: 1, stage: "intake", channel: null, type: null, name: null } as const;
    const holds = [{ ...hold, actor: "ann", reason: "an upgrade", since: 5 }];
    expect(stands({ holds, causes: [missing] }).standing).toMatchObject([
      { because: "hold intake", level: "work" },
      {
        about: "hold intake",
        title: "On hold by ann: intake",
        patienceMs: 4 * 3_600_000,
        remedy: { remedy: "release-hold" },
      },
    ]);
    // The daemon's own, of an older store, are told at once.
    const own = [{ ...hold, actor: "busbar", reason: "the store is older", since: 5 }];
    expect(stands({ holds: own }).standing).toMatchObject([
      { level: "urgent", patienceMs: 0, title: expect.stringMatching(/\(the store is older\)$/) },
    ]);
  });

  it("is nothing of what is retried automatically, dismissed, on hold or not tried yet", () => {
    const causes = [cause("action-failing", "HTTP 503"), cause("rejected", "BAD_DATE", 0)];
    const channels = [
      inbox("held", "on-hold"),
      inbox("new", "watching", { lastListingAt: null }),
      inbox("ending", "stopped"),
    ];
    const outbound = [outlet("fresh", "working", null)];
    expect(stands({ causes, channels, outbound })).toEqual({
      standing: [],
      unknown: new Set([
        ...["channel new", "channel ending", "channel fresh"],
        ...["files new", "files ending"],
      ]),
    });
  });

  it("is files that an inbox cannot take, without their names, and not apart from an inbox that is down", () => {
    const troubled = {
      count: 2,
      entries: [
        { name: "huge.usr", since: 400, reason: "it has 100 GiB" },
        { name: "b.usr", since: 300, reason: "it may not be read" },
      ],
    };
    const channels = [
      inbox("inbox", "watching", { troubled }),
      inbox("far", "unreachable", { troubled }),
    ];
    const { standing } = stands({ channels }, { channelPatienceMs: { inbox: 60_000 } });
    expect(standing.filter(({ about }) => about.startsWith("files "))).toMatchObject([
      {
        ...{ about: "files inbox", level: "work", count: 2, since: 300, because: null },
        title: "Channel inbox cannot take or finish 2 files, and keeps trying",
        ...{ patienceMs: 60_000, remedy: { remedy: "show-channel", channel: "inbox" } },
      },
      { about: "files far", because: "channel far" },
    ]);
  });

  it("is each inbox that cannot be used, the store, settings that were refused, and contacts out of reach", () => {
    const { standing } = stands({
      channels: [inbox("a", "vanished"), inbox("b", "unreachable"), inbox("c", "failing")],
      replaced: "busbar.db",
      reloadRefused: { reason: "flows: X", at: 3 },
      unreached: [{ contact: "pager", since: 4, reason: "HTTP 500" }],
    });
    expect(standing.map(({ about }) => about)).toEqual([
      "channel a",
      "channel b",
      "channel c",
      "store",
      "configuration",
      "contact pager",
    ]);
  });
});

describe("quiet hours", () => {
  const nights = {
    from: 18 * 60,
    to: 7 * 60 + 30,
    days: [1, 2, 3, 4, 5, 6, 7],
    calendar: null,
    zone: "Europe/London",
  };
  const weekend = { from: 0, to: 0, days: [6, 7], calendar: null, zone: "Europe/London" };
  const calendars = openCalendars({ file: "busbar.yaml", calendars: {} });
  const at = (text: string) => Date.parse(text);

  it.each([
    ["2026-03-02T12:00Z", null],
    ["2026-03-02T18:00Z", "2026-03-03T07:30Z"],
    ["2026-03-03T07:29Z", "2026-03-03T07:30Z"],
    ["2026-03-03T07:30Z", null],
    // From Friday evening through the weekend to Monday morning.
    ["2026-03-06T20:00Z", "2026-03-09T07:30Z"],
    // The clocks go forward on 29 March, and back on 25 October.
    ["2026-03-28T20:00Z", "2026-03-30T06:30Z"],
    ["2026-10-24T20:00Z", "2026-10-26T07:30Z"],
  ])("at %s end %s", (now, end) => {
    expect(quietUntil([nights, weekend], at(now), calendars)).toBe(end === null ? null : at(end));
  });

  it.each([
    // Easter: Good Friday and Easter Monday are not worked, nor is the weekend between.
    ["2026-04-02T12:00Z", null],
    ["2026-04-02T19:00Z", "2026-04-07T06:30Z"],
    ["2026-04-06T12:00Z", "2026-04-07T06:30Z"],
    ["2026-04-08T12:00Z", null],
  ])("by a calendar of working days, at %s, end %s", (now, end) => {
    const days = [1, 2, 3, 4, 5, 6, 7];
    const free = { from: 0, to: 0, days, calendar: "england-and-wales", zone: "Europe/London" };
    const until = quietUntil([nights, free], at(now), calendars);
    expect(until).toBe(end === null ? null : at(end));
  });

  it("of all days and hours end at some time, so that nothing waits for ever", () => {
    const always = { from: 0, to: 0, days: [1, 2, 3, 4, 5, 6, 7], calendar: null, zone: "UTC" };
    const now = at("2026-03-02T12:00Z");
    expect(quietUntil([always], now, calendars)).toBeLessThan(now + 30 * 86_400_000);
  });

  it("leave the digest its moment", () => {
    const digest = { minutes: [8 * 60], days: [1, 2, 3, 4, 5], zone: "Europe/London" };
    expect(digestBefore({ digest }, at("2026-03-08T12:00Z"))).toBe(at("2026-03-06T08:00Z"));
    expect(digestBefore({ digest }, at("2026-03-09T08:00Z"))).toBe(at("2026-03-09T08:00Z"));
    expect(digestBefore({ digest: null }, 0)).toBeNull();
  });
});
