import type { Log } from "../../runtime/log.ts";
import type { LogDetails } from "../../runtime/log-lines/log-events.ts";
import type { Meter } from "../../runtime/meter.ts";

/**
 * A log that counts what is reported to it, whatever its level: what the stages say of files and deliveries is what
 * the metrics of those are made of, so that both always agree. `onRecorded` is called for each file that was recorded.
 */
export function meteredLog(
  log: Log,
  meter: Meter,
  onRecorded: (channel: string, file: number) => void = () => {},
): Log {
  const metered = (level: keyof Log) => (details: LogDetails, message: string) => {
    countLine(meter, details);
    if (details.event === "file-recorded")
      onRecorded(String(details.channel), Number(details.file));
    log[level](details, message);
  };
  return {
    debug: metered("debug"),
    info: metered("info"),
    warn: metered("warn"),
    error: metered("error"),
  };
}

/** How deliveries ended, by the event of the log that tells of it. */
const results = {
  "delivery-failed": "failed",
  "delivery-unknown": "unknown",
  "delivery-retried": "retried",
} as const;

function countLine(meter: Meter, details: LogDetails): void {
  meter.count("busbar_log_events_total", { event: details.event });
  switch (details.event) {
    case "file-recorded":
    case "file-invalid-messages":
    case "file-awaiting-release":
    case "file-refused":
    case "file-conflict":
    case "file-duplicate":
      meter.count("busbar_files_total", {
        channel: String(details.channel),
        state: String(details.state),
      });
      break;
    case "delivery-failed":
    case "delivery-unknown":
    case "delivery-retried":
      meter.count("busbar_outbound_total", {
        channel: String(details.channel),
        result: results[details.event],
      });
      break;
    case "delivered":
      meter.count(
        "busbar_outbound_total",
        { channel: String(details.channel), result: "delivered" },
        Number(details.delivered),
      );
      break;
    default:
  }
}
