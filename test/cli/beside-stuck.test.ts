import { describe, expect, it } from "vitest";
import type { DaemonStatus } from "../../src/app/heartbeat/daemon-status.ts";
import type { DaemonLook } from "../../src/app/heartbeat/look-at-daemon.ts";
import { viewBesideStuck } from "../../src/app/queries/beside-stuck.ts";
import { viewAction } from "../../src/app/views/action-view.ts";
import { besideLines } from "../../src/cli/print/beside-stuck.ts";
import type { ActionRecord } from "../../src/core/action/ledger.ts";
import type { Hold } from "../../src/core/hold/hold.ts";
import type { ChannelStatus } from "../../src/intake/channel/channel-status.ts";

const now = Date.UTC(2026, 10, 30, 4, 0);
const none = { count: 0, entries: [] };

function channel(wish: Partial<ChannelStatus>): ChannelStatus {
  return {
    name: "inbox",
    path: "/srv/inbox",
    state: "watching",
    problem: null,
    lastListingAt: now,
    recorded: 0,
    waiting: none,
    ignored: none,
    troubled: none,
    ...wish,
  };
}

const status: DaemonStatus = {
  pid: 1,
  startedAt: now,
  writtenAt: now,
  running: true,
  replaced: null,
  store: "s",
  water: null,
  settings: {},
  reload: null,
  channels: [
    channel({ name: "well" }),
    channel({ name: "full", state: "waiting", problem: "the disk is nearly full" }),
    channel({
      name: "odd",
      troubled: {
        count: 1,
        entries: [{ name: "a.usr", since: now, reason: "it may not be read" }],
      },
    }),
  ],
  outbound: [
    {
      name: "market",
      kind: "folder",
      target: "/srv/out",
      state: "waiting",
      problem: "the folder is not there",
      retryAt: now + 60_000,
      triedAt: now,
      delivered: 0,
      deliveredAt: null,
    },
  ],
};
const daemon: DaemonLook = { is: "running", status };
const hold: Hold = {
  id: 1,
  stage: "actions",
  channel: null,
  type: null,
  name: "print",
  actor: "ann",
  reason: "no paper",
  since: now,
};

describe("what is reported beside what is stuck", () => {
  it("has for programs each hold and each channel in trouble that it has for people", () => {
    const beside = { holds: [hold], daemon, lastRecordedAt: now, now };
    expect(viewBesideStuck(beside)).toMatchObject([
      {
        kind: "hold",
        name: "print",
        remedy: { remedy: "release-hold", hold: { stage: "actions", name: "print" } },
      },
      { kind: "channel", name: "full", state: "waiting", problem: "the disk is nearly full" },
      { kind: "channel", name: "odd", troubled: { count: 1, entries: [{ name: "a.usr" }] } },
      {
        kind: "channel",
        name: "market",
        direction: "out",
        state: "waiting",
        retryAt: "2026-11-30T04:01:00.000Z",
      },
    ]);
    const text = besideLines(beside).join("\n");
    for (const word of [
      "--name print",
      "full is waiting",
      "odd cannot finish",
      "market is waiting",
    ])
      expect(text).toContain(word);
    expect(text).not.toContain("well");
  });

  it("is one line of a daemon that died, and nothing where all is well", () => {
    const died: DaemonLook = { is: "died", last: status };
    expect(viewBesideStuck({ holds: [], daemon: died, lastRecordedAt: now, now })).toMatchObject([
      { kind: "daemon", running: false, settle: { remedies: [{ remedy: "start-daemon" }] } },
    ]);
    const well = { ...status, channels: [channel({})], outbound: [] };
    const running: DaemonLook = { is: "running", status: well };
    expect(viewBesideStuck({ holds: [], daemon: running, lastRecordedAt: 0, now })).toEqual([]);
  });
});

describe("an action for programs", () => {
  const action: ActionRecord = {
    id: 1,
    name: "print",
    state: "planned",
    failing: false,
    processType: "order",
    key: "A",
    event: 1,
    eventType: "SENT",
    nth: 0,
    reason: null,
    plannedAt: now,
    dueAt: now,
    attempts: 0,
    startedAt: null,
    endedAt: null,
  };

  it("says which hold keeps it", () => {
    expect(viewAction(action, [hold])).toMatchObject({
      state: "planned",
      keptBy: { stage: "actions", name: "print", actor: "ann", reason: "no paper" },
    });
    expect(viewAction({ ...action, name: "post" }, [hold])).toMatchObject({ keptBy: null });
    expect(viewAction({ ...action, state: "done" }, [hold])).toMatchObject({ keptBy: null });
  });
});
