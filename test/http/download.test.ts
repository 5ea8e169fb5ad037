import { Hono } from "hono";
import { expect, test } from "vitest";
import { RefusedError } from "../../src/core/refusal/refused-error.ts";
import { download } from "../../src/http/download.ts";

const app = new Hono();
let made = 0;
let isOver = false;

/** A gibibyte in pieces of a mebibyte. */
async function* pieces(): AsyncGenerator<Uint8Array> {
  try {
    for (; made < 1024; made += 1) yield new Uint8Array(1 << 20);
  } finally {
    isOver = true;
  }
}

async function* refused(): AsyncGenerator<Uint8Array> {
  if (made >= 0) throw new RefusedError("not-found", "there is no file 9");
  yield new Uint8Array();
}

app.get("/large", (c) => download(c, "D0010 (1).uff", pieces()));
app.get("/none", (c) => download(c, "none", refused()));
app.onError((error, c) => c.text(error.message, 404));

test("a large file is sent as it is read, and not read on for who has gone", async () => {
  const answer = await app.request("/large");
  expect(answer.headers.get("Content-Disposition")).toBe(
    `attachment; filename="file"; filename*=UTF-8''D0010%20%281%29.uff`,
  );
  const bytes = answer.body?.getReader();
  const first = await bytes?.read();
  expect(first?.value).toHaveLength(1 << 20);
  expect(made).toBeLessThan(5);
  await bytes?.cancel();
  expect(isOver).toBe(true);
});

test("what cannot be read is answered as a problem", async () => {
  const answer = await app.request("/none");
  expect([answer.status, await answer.text()]).toEqual([404, "there is no file 9"]);
  expect(answer.headers.get("Content-Disposition")).toBeNull();
});
