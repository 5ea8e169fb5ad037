import { countAndChecksum } from "../tree/check/record-count.ts";
import type { Frame } from "../tree/read/frame.ts";
import { headerValue } from "../tree/read/header-value.ts";
import { pipe } from "../tree/read/lines/line.ts";
import { readSettlementHeader, responseFlow, settlementHeader } from "./header.ts";
import { settlementRow } from "./row.ts";
import { checkSettlementTrailer, settlementCount, settlementTrailer } from "./trailer.ts";

/** AAA … ZZZ: lines of pipe-terminated fields, with a checksum. Times are GMT. */
export const settlementFrame: Frame = {
  family: "settlement",
  families: new Set(["settlement"]),
  row: settlementRow,
  header: "AAA",
  trailer: "ZZZ",
  zone: "UTC",
  delimiter: pipe,
  split: (line) => line.split("|"),
  quoted: false,
  closedLines: true,
  usuallyClosed: true,
  // A response repeats the type of what it answers, and is no version of that.
  versioned: (flow) => flow !== responseFlow,
  // A header's time is part of its syntax (response code 1); no character but those of ASCII may be sent.
  strict: ["ENVELOPE_TIME", "HIGH_CHARACTER"],
  undescribed: /^[A-Z][A-Z0-9]{4}\d{3}$/,
  checksum: true,
  readHeader: readSettlementHeader,
  headerLine: () => settlementHeader,
  headerShape: () => ({}),
  headerValue: (key, envelope) => {
    const response = envelope.flow === responseFlow;
    if (key === "messageRole") return response ? "R" : "D";
    return response && key === "flow" ? "" : headerValue(key, envelope);
  },
  checkTrailer: checkSettlementTrailer,
  trailerLine: settlementTrailer,
  trailerValue: (key, made) => countAndChecksum(key, made, settlementCount),
};
