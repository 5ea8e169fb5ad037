import { z } from "zod";
import type { MailFile } from "./mailbox.ts";

/** The Data Integration Platform, as ledgers name it. */
export const platform = "DIP";

/** The flow by which the installation answers what it was given of half-hourly settlement. */
export const answerFlow = "MHHS-STATUS";

const told = z.object({
  status: z.int(),
  number: z.int(),
  file: z.object({ name: z.string() }),
});

/** What a status file says: 201, 207 or 400, of which file, and the how manieth of it that is, from 1. */
export function readAnswer({ bytes }: MailFile) {
  const { status, number, file } = told.parse(JSON.parse(Buffer.from(bytes).toString()));
  return { status, number, name: file.name };
}
