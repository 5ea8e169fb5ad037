import type { Context } from "hono";

/**
 * Answers with the bytes of a file, piece by piece as they are taken, to be kept by who asks and never shown by a
 * browser. What refuses the first piece is answered as a problem, and not as a broken file.
 */
export async function download(
  c: Context,
  name: string,
  pieces: AsyncGenerator<Uint8Array>,
): Promise<Response> {
  const first = await pieces.next();
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  c.header("Content-Type", "application/octet-stream");
  c.header("Content-Disposition", `attachment; filename="file"; filename*=UTF-8''${encoded}`);
  const bytes = ReadableStream.from(from(first, pieces));
  return c.body(bytes as ReadableStream<Uint8Array>);
}

async function* from(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (first.done !== true) yield first.value;
    yield* rest;
  } finally {
    // Who goes after the first piece has not begun the rest: the file is closed all the same.
    await rest.return(undefined);
  }
}
