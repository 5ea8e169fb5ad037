import { openCalendars } from "../config/calendars.ts";
import type { BusbarConfig } from "../config/config.ts";
import { digestBefore, quietUntil } from "../config/notices/quiet-hours.ts";
import type { NoticeRules } from "../store/rules/notices/notice-state.ts";

/** How what is wrong is reported, as the settings have it. Throws when they name a calendar that is not there. */
export function noticeRules(
  config: Pick<BusbarConfig, "file" | "calendars" | "notices">,
): NoticeRules {
  const { notices } = config;
  const calendars = openCalendars(config);
  for (const { calendar } of notices.quiet) if (calendar !== null) calendars(calendar);
  return {
    contacts: notices.contacts.map(({ name, levels, digest }) => ({ name, levels, digest })),
    gatherMs: notices.gatherMs,
    updateMs: notices.updateMs,
    remindMs: notices.remindMs,
    quietUntil: (at) => quietUntil(notices.quiet, at, calendars),
    digestBefore: (at) => digestBefore(notices, at),
  };
}
