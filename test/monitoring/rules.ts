import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../docs/guide.ts";

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The alert rules that are shipped. */
export function shippedRules(): AlertRule[] {
  const text = readFileSync(join(root, "config/busbar-alerts.yaml"), "utf8");
  const file = parse(text) as { readonly groups: readonly { readonly rules: AlertRule[] }[] };
  return file.groups.flatMap(({ rules }) => rules);
}

/** Where series come from: their value each minute, as promtool writes it, and labels beside `instance`. */
interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: string;
}

interface RuleCase {
  /** Minutes after which it fires, and before which it does not. */
  readonly firesAt: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly series: readonly Series[];
}

const one = (name: string, values: string, labels: Series["labels"] = {}) => [
  { name, labels, values },
];

/** What makes each rule fire, and with which labels. */
export const ruleCases: Readonly<Record<string, RuleCase>> = {
  BusbarDown: { firesAt: 4, labels: {}, series: one("busbar_daemon_up", "1 0x20") },
  BusbarLoopStopped: {
    firesAt: 33,
    labels: { stage: "building" },
    series: one("busbar_stage_last_turn_timestamp_seconds", "60+0x60", { stage: "building" }),
  },
  BusbarChannelDown: {
    firesAt: 17,
    labels: { channel: "inbox", direction: "in" },
    series: one("busbar_channel_up", "1 0x60", { channel: "inbox", direction: "in" }),
  },
  BusbarBreakerOpen: {
    firesAt: 32,
    labels: { channel: "partner", direction: "out" },
    series: one("busbar_channel_breaker_open", "0 1x60", { channel: "partner", direction: "out" }),
  },
  BusbarListingStale: {
    firesAt: 38,
    labels: { channel: "inbox" },
    series: one("busbar_channel_last_listing_timestamp_seconds", "60+0x60", { channel: "inbox" }),
  },
  BusbarFilesWait: {
    firesAt: 23,
    labels: { channel: "inbox" },
    series: one("busbar_channel_oldest_waiting_timestamp_seconds", "60+0x60", { channel: "inbox" }),
  },
  BusbarBacklogGrows: {
    firesAt: 60,
    labels: { stage: "routing" },
    series: one("busbar_stage_backlog", "1000+100x120", { stage: "routing" }),
  },
  BusbarStuckUnassigned: {
    firesAt: 62,
    labels: { kind: "rejected" },
    series: one("busbar_stuck", "0 3x120", { kind: "rejected", assigned: "no" }),
  },
  BusbarOverdue: {
    firesAt: 2,
    labels: { kind: "file-missing" },
    series: one("busbar_stuck", "0 0 1x60", { kind: "file-missing", assigned: "no" }),
  },
  BusbarOutboundUnknown: {
    firesAt: 2,
    labels: {},
    series: one("busbar_stuck", "0 0 1x60", { kind: "outbound-unknown", assigned: "no" }),
  },
  BusbarWebhookLate: {
    firesAt: 22,
    labels: { channel: "erp" },
    series: one("busbar_webhook_oldest_waiting_timestamp_seconds", "60x60", { channel: "erp" }),
  },
  BusbarSequenceGaps: {
    firesAt: 62,
    labels: { flow: "D0010" },
    series: one("busbar_sequence_gaps", "0 1x120", { flow: "D0010" }),
  },
  BusbarDiskFillsUp: {
    firesAt: 40,
    labels: { folder: "/srv" },
    series: one("busbar_disk_free_bytes", "1000000-1000x60", { folder: "/srv" }),
  },
  BusbarWalLarge: {
    firesAt: 12,
    labels: { part: "wal" },
    series: one("busbar_store_bytes", "0 2000000000x60", { part: "wal" }),
  },
  BusbarHoldForgotten: {
    firesAt: 243,
    labels: { stage: "outbound" },
    series: one("busbar_hold_on", "0 1x300", { stage: "outbound" }),
  },
  BusbarReloadRefused: {
    firesAt: 18,
    labels: {},
    series: one("busbar_config_reload_success", "1 0x60"),
  },
  BusbarBackupOld: {
    firesAt: 1_575,
    labels: {},
    series: one("busbar_backup_last_success_timestamp_seconds", "0x1700"),
  },
  BusbarVerifyFaults: {
    firesAt: 2,
    labels: {},
    series: one("busbar_verify_faults", "0 0 2x10"),
  },
  BusbarNoticesFail: {
    firesAt: 3,
    labels: { contact: "ops" },
    series: one("busbar_notices_total", "0 0 1x10", { contact: "ops", result: "failed" }),
  },
  BusbarHttpFails: {
    firesAt: 12,
    labels: {},
    series: [
      ...one("busbar_http_requests_total", "0+9x60", { status_class: "2xx" }),
      ...one("busbar_http_requests_total", "0+1x60", { status_class: "5xx" }),
    ],
  },
};
