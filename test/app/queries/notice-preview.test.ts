import { expect, test } from "vitest";
import { snoozeNotices } from "../../../src/app/commands/notice/snooze.ts";
import { placeHold } from "../../../src/app/commands/stuck/hold-stage.ts";
import { previewNotices } from "../../../src/app/queries/notice-preview.ts";
import type { NoticeContact } from "../../../src/config/notices/notice-settings.ts";
import { usualNotices } from "../../../src/config/notices/notice-settings.ts";
import { cutShort, goodFile } from "../../promises/flow-files.ts";
import { ann, openPlace, takeIn } from "../commands/open-place.ts";

const contact = (name: string, levels: NoticeContact["levels"]): NoticeContact => ({
  name,
  levels,
  email: { to: ["ops@example.com"], channel: "post" },
  webhook: null,
  digest: "daily",
});

test("a preview says who would be notified of what is wrong now and when, or why nobody, and keeps nothing", async () => {
  const contacts = [contact("ops", ["urgent", "work"]), contact("pager", ["urgent"])];
  const of = await openPlace({ notices: { ...usualNotices, contacts } });
  expect(await previewNotices(of)).toEqual([]);
  await takeIn(of, cutShort(goodFile(1)));
  const now = of.clock.wall();
  const [refused, ...others] = await previewNotices(of);
  expect(others).toEqual([]);
  expect(refused).toMatchObject({
    isNoticed: false,
    standing: { level: "work", title: expect.stringContaining("MISSING_TRAILER") },
    messages: [{ contact: "ops", verb: "opened" }],
    untold: null,
  });
  // What is new is gathered first.
  const due = (refused?.messages[0]?.dueAt ?? 0) - now;
  expect(due).toBeGreaterThanOrEqual(usualNotices.gatherMs);
  await snoozeNotices(of, { of: { all: true }, until: now + 3_600_000 }, ann);
  const [snoozed] = await previewNotices(of);
  expect(snoozed).toMatchObject({
    messages: [],
    untold: expect.stringContaining("snoozed by ann"),
  });
  await placeHold(of, { stage: "outbound", channel: null, type: null, name: null }, ann);
  expect(await previewNotices(of)).toHaveLength(2);
  expect(await Array.fromAsync(of.store.notices.list())).toEqual([]);
});
