import { wantedEnvelopeKeys } from "../files/wanted-envelope-keys.ts";

/**
 * Whether an event `e` was recorded in a span of time and came with a file of such an envelope, with such a
 * problem in the file or in its message. Only people ask for it, and no index leads there.
 */
export const selectWantedEvents = `
  (@since IS NULL OR e.recorded_at >= @since) AND (@until IS NULL OR e.recorded_at <= @until)
  AND ((@travelled IS NULL AND @found IS NULL) OR EXISTS (
    SELECT 1 FROM messages m JOIN files f ON f.id = m.file
    WHERE m.id = e.message AND ${wantedEnvelopeKeys}
      AND (@found IS NULL OR instr(m.problems, @found) > 0 OR instr(f.problems, @found) > 0)))`;
