import { SftpError } from "../../../src/channels/sftp/sftp-error.ts";

/** The `SftpError` that something rejects with; anything else is thrown. */
export async function failureOf(work: Promise<unknown>): Promise<SftpError> {
  const error = await work.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SftpError)) throw error;
  return error;
}
