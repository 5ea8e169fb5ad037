/** What a metric is made of. */
export interface MetricKind {
  /** As Prometheus has it. A counter only rises, but for a start anew of what keeps it. */
  readonly type: "counter" | "gauge" | "histogram";
  /** What it says, for people. */
  readonly help: string;
  /** Values come from the configuration, from process definitions or from fixed lists, never from what is received. */
  readonly labels: readonly string[];
  /** `store`: read from the store and the heartbeat, by whoever asks. `daemon`: counted while the daemon runs. */
  readonly from: "store" | "daemon";
}

/**
 * Every metric, by its name. Names and labels stay as they are, so that alerts and dashboards may be built on
 * them; docs/metrics.md lists them for people. Moments are in seconds since 1970, so that a query counts an age.
 */
export const metricList = {
  busbar_build_info: {
    type: "gauge",
    help: "Always 1; the labels say which version runs on which Node",
    labels: ["version", "node"],
    from: "store",
  },
  busbar_daemon_up: {
    type: "gauge",
    help: "1 while the daemon runs and writes its heartbeat, else 0",
    labels: [],
    from: "store",
  },
  busbar_start_timestamp_seconds: {
    type: "gauge",
    help: "When the daemon started",
    labels: [],
    from: "store",
  },
  busbar_heartbeat_timestamp_seconds: {
    type: "gauge",
    help: "When the daemon last reported its state",
    labels: [],
    from: "store",
  },
  busbar_config_reload_success: {
    type: "gauge",
    help: "1 when the last reload of the configuration was taken, 0 when it was refused",
    labels: [],
    from: "store",
  },
  busbar_config_reload_timestamp_seconds: {
    type: "gauge",
    help: "When a reload of the configuration was last asked for",
    labels: [],
    from: "store",
  },
  busbar_channel_up: {
    type: "gauge",
    help: "1 while a channel can be used or is on hold, 0 while it cannot be used or waits",
    labels: ["channel", "direction"],
    from: "store",
  },
  busbar_channel_last_listing_timestamp_seconds: {
    type: "gauge",
    help: "When a channel's inbox was last listed without an error",
    labels: ["channel"],
    from: "store",
  },
  busbar_channel_waiting_files: {
    type: "gauge",
    help: "Files in a channel's inbox that are not taken yet",
    labels: ["channel"],
    from: "store",
  },
  busbar_channel_oldest_waiting_timestamp_seconds: {
    type: "gauge",
    help: "When the oldest of the first hundred waiting files of a channel was first seen; absent when none waits",
    labels: ["channel"],
    from: "store",
  },
  busbar_channel_troubled_files: {
    type: "gauge",
    help: "Files of a channel that cannot be taken or finished for now; each is tried again",
    labels: ["channel"],
    from: "store",
  },
  busbar_channel_breaker_open: {
    type: "gauge",
    help: "1 while a server that could not be used is left alone until the next try",
    labels: ["channel", "direction"],
    from: "store",
  },
  busbar_channel_last_delivery_timestamp_seconds: {
    type: "gauge",
    help: "When a channel last delivered something; absent before the first time",
    labels: ["channel"],
    from: "store",
  },
  busbar_webhook_oldest_waiting_timestamp_seconds: {
    type: "gauge",
    help: "When the oldest of what a webhook is to tell, and that is not delivered yet, was recorded; absent when all is delivered",
    labels: ["channel"],
    from: "store",
  },
  busbar_events_total: {
    type: "counter",
    help: "Events recorded since the store began",
    labels: [],
    from: "store",
  },
  busbar_outbound_files_total: {
    type: "counter",
    help: "Outbound files and e-mails made since the store began",
    labels: [],
    from: "store",
  },
  busbar_last_recorded_timestamp_seconds: {
    type: "gauge",
    help: "When a file or event was last recorded; absent before the first",
    labels: [],
    from: "store",
  },
  busbar_stage_backlog: {
    type: "gauge",
    help: "What waits for a stage: messages for routing, planned actions for actions",
    labels: ["stage"],
    from: "store",
  },
  busbar_actions: {
    type: "gauge",
    help: "Actions by state: planned, running, failed, needs-review",
    labels: ["state"],
    from: "store",
  },
  busbar_stuck: {
    type: "gauge",
    help: "Things that need a person, or that fail and are retried, by kind; assigned: whether their cause is assigned to somebody",
    labels: ["kind", "assigned"],
    from: "store",
  },
  busbar_sequence_gaps: {
    type: "gauge",
    help: "Gaps in the numbers of senders' files, by flow; absent of a flow without any",
    labels: ["flow"],
    from: "store",
  },
  busbar_stuck_causes: {
    type: "gauge",
    help: "Causes for which things need a person",
    labels: [],
    from: "store",
  },
  busbar_stuck_oldest_timestamp_seconds: {
    type: "gauge",
    help: "Since when the oldest thing of a kind is stuck; absent when none is",
    labels: ["kind"],
    from: "store",
  },
  busbar_stuck_looked_timestamp_seconds: {
    type: "gauge",
    help: "When what is stuck was last counted",
    labels: [],
    from: "store",
  },
  busbar_hold_on: {
    type: "gauge",
    help: "1 while a person holds a stage or a part of it",
    labels: ["stage"],
    from: "store",
  },
  busbar_store_bytes: {
    type: "gauge",
    help: "Size of the store's files: db, wal",
    labels: ["part"],
    from: "store",
  },
  busbar_disk_free_bytes: {
    type: "gauge",
    help: "Room on the disk of a folder that the store fills",
    labels: ["folder"],
    from: "store",
  },
  busbar_backup_last_success_timestamp_seconds: {
    type: "gauge",
    help: "When the store was last backed up; absent before the first backup",
    labels: [],
    from: "store",
  },
  busbar_verify_timestamp_seconds: {
    type: "gauge",
    help: "When the store was last verified to its end; absent before",
    labels: [],
    from: "store",
  },
  busbar_verify_last_success_timestamp_seconds: {
    type: "gauge",
    help: "When the store was last verified and without a fault; absent before",
    labels: [],
    from: "store",
  },
  busbar_verify_faults: {
    type: "gauge",
    help: "What was not as it must be when the store was last verified",
    labels: [],
    from: "store",
  },
  busbar_stage_last_turn_timestamp_seconds: {
    type: "gauge",
    help: "When a loop of the daemon last began a round",
    labels: ["stage"],
    from: "daemon",
  },
  busbar_files_total: {
    type: "counter",
    help: "Files that came in, by what became of them: recorded, duplicate, conflict, rejected",
    labels: ["channel", "state"],
    from: "daemon",
  },
  busbar_outbound_total: {
    type: "counter",
    help: "How deliveries of files and e-mails ended: delivered, failed, unknown, retried",
    labels: ["channel", "result"],
    from: "daemon",
  },
  busbar_file_seconds: {
    type: "histogram",
    help: "From when a file was first seen until a stage: steady (taken from its inbox), recorded, routed, built; of one file a second on each channel",
    labels: ["channel", "stage"],
    from: "daemon",
  },
  busbar_delivery_seconds: {
    type: "histogram",
    help: "From when a file or e-mail was made until it was delivered, of one of those delivered together",
    labels: ["channel"],
    from: "daemon",
  },
  busbar_commit_seconds: {
    type: "histogram",
    help: "How long transactions that write took, with their commit",
    labels: [],
    from: "daemon",
  },
  busbar_http_requests_total: {
    type: "counter",
    help: "Requests over HTTP by the form of their address; page: pages for people, none: there is nothing there",
    labels: ["route", "method", "status_class"],
    from: "daemon",
  },
  busbar_http_request_seconds: {
    type: "histogram",
    help: "How long requests over HTTP took until their answer began",
    labels: ["route"],
    from: "daemon",
  },
  busbar_actions_total: {
    type: "counter",
    help: "How attempts of actions ended: done, failed, timed-out, stopped",
    labels: ["type", "action", "result"],
    from: "daemon",
  },
  busbar_action_seconds: {
    type: "histogram",
    help: "How long attempts of actions took",
    labels: ["type", "action"],
    from: "daemon",
  },
  busbar_notices_total: {
    type: "counter",
    help: "How attempts to tell a contact of something ended: sent, later, failed",
    labels: ["contact", "result"],
    from: "daemon",
  },
  busbar_log_events_total: {
    type: "counter",
    help: "Lines for the log by their event, those below its level too: docs/log.md",
    labels: ["event"],
    from: "daemon",
  },
} as const satisfies Readonly<Record<string, MetricKind>>;

/** The name of a metric. */
export type MetricName = keyof typeof metricList;

/** The names of the metrics of a type. */
export type MetricOf<Type extends MetricKind["type"]> = {
  [Name in MetricName]: (typeof metricList)[Name]["type"] extends Type ? Name : never;
}[MetricName];

/** What the labels of a metric say. */
export type MetricLabels<Name extends MetricName> = Readonly<
  Record<(typeof metricList)[Name]["labels"][number], string>
>;
