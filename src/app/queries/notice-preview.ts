import type { NoticeRecord, Standing } from "../../core/notice/notice.ts";
import { noticeRules } from "../../notices/notice-rules.ts";
import { whatStands } from "../../notices/standing.ts";
import { judgeNotices } from "../../store/rules/notices/judge-notices.ts";
import type {
  NewNoticeMessage,
  NoticeState,
  OpenNotice,
} from "../../store/rules/notices/notice-state.ts";
import { lookAtDaemonOf } from "../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/** What people would be notified of something that is wrong now, were it to stay as it is. */
export interface PreviewedNotice {
  readonly standing: Standing;
  /** Whether the daemon has noticed it already. */
  readonly isNoticed: boolean;
  readonly messages: readonly Pick<NewNoticeMessage, "contact" | "verb" | "dueAt" | "reason">[];
  /** Why nobody would be notified; null where people would be, or were notified of all there is. */
  readonly untold: string | null;
}

/**
 * What would be said now, to whom and when, by the settings as they are in the file: of each thing that is wrong, as
 * soon as it has been gathered for as long as those say. Nothing is said and nothing kept.
 */
export async function previewNotices(
  of: Pick<OpenInstallation, "config" | "store" | "clock">,
): Promise<readonly PreviewedNotice[]> {
  const { config, store, clock } = of;
  const now = clock.wall();
  const look = await lookAtDaemonOf(config);
  const status = look.is === "running" ? look.status : null;
  const refused = status?.reload?.refused ?? null;
  const { standing, unknown } = whatStands(
    {
      now,
      causes: await store.stuck.causes(),
      channels: status?.channels ?? [],
      outbound: status?.outbound ?? [],
      holds: await store.holds.list(),
      replaced: status?.replaced ?? null,
      reloadRefused: refused === null ? null : { reason: refused, at: status?.reload?.at ?? now },
      unreached: [],
    },
    config.notices,
  );
  const rules = noticeRules(config);
  const state = await store.notices.state(now);
  return standing.map((one) => {
    const known = state.open.find(({ about }) => about === one.about);
    const notice = known ?? asIfOpened(one, now);
    const gathered = notice.openedAt + Math.max(rules.gatherMs, one.patienceMs);
    const then = Math.max(now, gathered);
    const turn = judgeNotices(only(state, notice), { now: then, standing, unknown }, rules);
    const messages = turn.messages.filter(({ notice: id }) => id === notice.id);
    const changed = turn.changed.find(({ id }) => id === notice.id);
    const untold = changed === undefined ? notice.untold : changed.untold;
    return { standing: one, isNoticed: known !== undefined, messages, untold };
  });
}

/** What is not noticed yet, as if it had just been. */
function asIfOpened(one: Standing, now: number): OpenNotice {
  const { because: _, patienceMs: __, ...facts } = one;
  const record: NoticeRecord = {
    ...facts,
    // No notice has this number.
    id: 0,
    openedAt: now,
    turn: 1,
    goneSince: null,
    endedAt: null,
    untold: null,
  };
  return { ...record, messages: [] };
}

function only(state: NoticeState, notice: OpenNotice): NoticeState {
  const others = state.open.filter(({ about }) => about !== notice.about);
  return { ...state, open: [...others, notice] };
}
