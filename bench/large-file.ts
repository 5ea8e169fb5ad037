import { closeSync, openSync, writeSync } from "node:fs";
import { d0010Header, d0010MeterPoint, d0010Trailer } from "./flow-files.ts";

/** Meter points written at a time. */
const atOnce = 10_000;

/**
 * Writes a D0010 file of about so many bytes, a meter with one register at each meter point, and
 * returns how many meter points, which is how many messages. It is nowhere whole in memory.
 */
export function writeLargeFile(path: string, sizeBytes: number): number {
  const descriptor = openSync(path, "wx");
  try {
    let written = writeSync(descriptor, d0010Header(1));
    let points = 0;
    while (written < sizeBytes) {
      let text = "";
      for (const end = points + atOnce; points < end; points += 1)
        text += d0010MeterPoint(points, points);
      written += writeSync(descriptor, text);
    }
    writeSync(descriptor, d0010Trailer(1, points));
    return points;
  } finally {
    closeSync(descriptor);
  }
}
