/**
 * The points between which the daemon may die; `docs/crash-points.md` says what becomes of a file at
 * each. An observer is called when the step has just been done.
 */
type CrashPoint =
  | "file-claimed"
  | "claimed"
  | "read"
  | "blob-written"
  | "large-begun"
  | "messages-added"
  | "container-begun"
  | "members-added"
  | "recorded"
  | "quarantined"
  | "file-archived"
  | "archived"
  | "remote-claimed"
  | "remote-renamed"
  | "remote-piece"
  | "remote-fetched"
  | "remote-disposed"
  | "remote-settled"
  | "routed"
  | "built"
  | "actions-claimed"
  | "action-ran"
  | "actions-ended"
  | "restated"
  | "pack-written"
  | "packed"
  | "bytes-dropped"
  | "unarchived"
  | "status-sent"
  | "composed"
  | "outbound-written"
  | "outbound-uploaded"
  | "outbound-named"
  | "outbound-synced"
  | "outbound-delivered"
  | "mail-begun"
  | "mail-answered"
  | "mail-ended"
  | "notice-begun"
  | "notice-answered"
  | "notice-ended";

/** Told of each point that is reached, at once and synchronously. */
export type OnCrashPoint = (point: CrashPoint) => void;
