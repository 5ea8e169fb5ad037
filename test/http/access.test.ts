import { expect, test } from "vitest";
import { setPerson } from "../../src/app/commands/access/people.ts";
import { addLoginLink, addToken } from "../../src/app/commands/access/tokens.ts";
import type { HttpSettings } from "../../src/config/http-settings.ts";
import { type Access, knowsNobody } from "../../src/http/access/access.ts";
import { LogInLimit } from "../../src/http/access/log-in-limit.ts";
import { storeAccess } from "../../src/http/access/store-access.ts";
import type { HttpRouter } from "../../src/http/context.ts";
import { type AskedPlace, askedPlace, localHttp } from "./asked.ts";

/** An installation whose access is the store's, by a clock that the test sets. */
async function withAccess(
  work: (
    here: AskedPlace & { readonly clock: { now: number }; readonly access: Access },
  ) => Promise<void>,
  settings: HttpSettings = localHttp,
): Promise<void> {
  const clock = { now: Date.now() };
  const time = { wall: () => clock.now, steady: () => clock.now };
  let access: Access | null = null;
  const own: Access = {
    ofToken: (secret) => theAccess().ofToken(secret),
    ofSession: (secret) => theAccess().ofSession(secret),
    logIn: (name, password) => theAccess().logIn(name, password),
    logInByCode: (code) => theAccess().logInByCode(code),
    logOut: (secret) => theAccess().logOut(secret),
  };
  const theAccess = () => access ?? own;
  const here = await askedPlace({ access: own, limit: new LogInLimit(time), settings });
  access = storeAccess(here.of.store.access, time);
  try {
    await work({ ...here, clock, access: own });
  } finally {
    await here.close();
  }
}

const rights = { role: "operator", personal: true } as const;
const password = "correct horse battery";

function logIn(app: HttpRouter, sent: object, headers: Record<string, string> = {}) {
  return app.request("/api/v1/sessions", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(sent),
  });
}

const cookieOf = (answer: Response) => (answer.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";

test("a token holds until it ends or is revoked", () =>
  withAccess(async ({ of, get, clock }) => {
    const asked = { name: "report", ...rights, endsAt: clock.now + 60_000 };
    const { secret, credential } = await addToken(of, asked, "ann");
    expect((await get("/api/v1/files", secret)).status).toBe(200);
    expect((await get("/api/v1/files", `${secret}x`)).status).toBe(401);
    clock.now += 60_000;
    expect((await get("/api/v1/files", secret)).status).toBe(401);
    clock.now -= 30_000;
    await of.store.access.end({ id: credential.id, by: "ann" });
    expect((await get("/api/v1/files", secret)).status).toBe(401);
  }));

test("a log-in is a cookie that no script reads, ends when idle, and when it is ended", () =>
  withAccess(async ({ of, app, clock }) => {
    await setPerson(of, { name: "olga", ...rights, password }, "ann");
    const answer = await logIn(app, { name: "olga", password });
    expect([answer.status, await answer.json()]).toEqual([201, { name: "olga", ...rights }]);
    expect(answer.headers.get("Set-Cookie")).toMatch(/HttpOnly; SameSite=Strict$/);
    const Cookie = cookieOf(answer);
    const files = () => app.request("/api/v1/files", { headers: { Cookie } });
    expect((await files()).status).toBe(200);
    for (let minutes = 0; minutes < 60; minutes += 20) {
      clock.now += 20 * 60_000;
      expect((await files()).status).toBe(200);
    }
    clock.now += 31 * 60_000;
    expect((await files()).status).toBe(401);
    const again = cookieOf(await logIn(app, { name: "olga", password }));
    const own = { headers: { Cookie: again }, method: "DELETE" };
    expect((await app.request("/api/v1/sessions/current", own)).status).toBe(204);
    expect((await app.request("/api/v1/files", { headers: { Cookie: again } })).status).toBe(401);
  }));

test("a log-in that is used all day ends after twelve hours", () =>
  withAccess(async ({ of, app, clock }) => {
    await setPerson(of, { name: "olga", ...rights, password }, "ann");
    const began = clock.now;
    const Cookie = cookieOf(await logIn(app, { name: "olga", password }));
    const files = () => app.request("/api/v1/files", { headers: { Cookie } });
    let last = 200;
    while (last === 200 && clock.now - began < 24 * 3_600_000) {
      clock.now += 25 * 60_000;
      last = (await files()).status;
    }
    expect(clock.now - began).toBeGreaterThanOrEqual(12 * 3_600_000);
    expect(clock.now - began).toBeLessThan(12.5 * 3_600_000);
  }));

test("guessing is refused after five tries, a name that there is not like one that there is", () =>
  withAccess(async ({ of, app, clock }) => {
    await setPerson(of, { name: "olga", ...rights, password }, "ann");
    const wrong = (name: string) => logIn(app, { name, password: "wrong wrong wrong" });
    const [known, strange] = [await wrong("olga"), await wrong("nobody")];
    const said = async (answer: Response) => {
      const { instance: _, ...problem } = (await answer.json()) as { instance: string };
      return [answer.status, problem];
    };
    expect(await said(known)).toEqual(await said(strange));
    for (let tries = 1; tries < 5; tries += 1) expect((await wrong("olga")).status).toBe(401);
    const refused = await logIn(app, { name: "olga", password });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(800);
    clock.now += 15 * 60_000 + 1;
    expect((await logIn(app, { name: "olga", password })).status).toBe(201);
    const audit = await Array.fromAsync(of.store.access.audit());
    expect(audit.filter(({ code }) => code === "NOT_LOGGED_IN")).toHaveLength(6);
    expect(audit.map(({ actor }) => actor)).toContain("nobody");
  }));

test("wrong passwords asked at once count like those asked one after the other", async () => {
  let checks = 0;
  const checked = { now: 0, most: 0 };
  const round = { checked: 0, refused: 0 };
  const access: Access = {
    ...knowsNobody,
    logIn: async () => {
      checks += 1;
      round.checked += 1;
      checked.now += 1;
      checked.most = Math.max(checked.most, checked.now);
      // No check ends before each of the four came that far or was refused.
      while (round.checked + round.refused < 4) await new Promise(setImmediate);
      checked.now -= 1;
      return null;
    },
  };
  const here = await askedPlace({ access });
  try {
    const statuses: number[] = [];
    const wrong = async () => {
      const { status } = await logIn(here.app, { name: "olga", password: "wrong wrong wrong" });
      if (status === 429) round.refused += 1;
      statuses.push(status);
    };
    for (let rounds = 0; rounds < 6; rounds += 1) {
      Object.assign(round, { checked: 0, refused: 0 });
      await Promise.all([wrong(), wrong(), wrong(), wrong()]);
    }
    expect([checks, checked.most]).toEqual([5, 2]);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(19);
    const long = { name: "n".repeat(65), password: "wrong wrong wrong" };
    expect((await logIn(here.app, long)).status).toBe(400);
    expect((await logIn(here.app, { name: "n", password: "p".repeat(257) })).status).toBe(400);
    expect(checks).toBe(5);
  } finally {
    await here.close();
  }
});

test("attempts under way count, what succeeds or breaks is taken back, and codes go by address alone", () => {
  const limit = new LogInLimit({ steady: () => 1_000 });
  const olga = (address: string) => limit.begin({ name: "olga", address });
  const under = Array.from({ length: 5 }, (_, at) => olga(`192.0.2.${at}`));
  expect(() => olga("192.0.2.9")).toThrow("Too many");
  under[0]?.unknown();
  olga("192.0.2.9").succeeded();
  expect(() => olga("192.0.2.9")).not.toThrow();
  for (let codes = 0; codes < 20; codes += 1) limit.begin({ name: null, address: "192.0.2.20" });
  expect(() => limit.begin({ name: null, address: "192.0.2.20" })).toThrow("Too many");
  expect(() => limit.begin({ name: null, address: "192.0.2.21" })).not.toThrow();
});

test("a link logs in once, and soon", () =>
  withAccess(async ({ of, app, clock }) => {
    const code = async () => (await addLoginLink(of, { name: "ann", ...rights }, "ann")).secret;
    const first = await code();
    expect((await logIn(app, { code: first })).status).toBe(201);
    expect((await logIn(app, { code: first })).status).toBe(401);
    const late = await code();
    clock.now += 11 * 60_000;
    expect((await logIn(app, { code: late })).status).toBe(401);
  }));

test("passwords are kept as argon2id, and short ones are refused", () =>
  withAccess(async ({ of }) => {
    await setPerson(of, { name: "olga", ...rights, password }, "ann");
    const kept = await of.store.access.person("olga");
    expect(kept?.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    const short = setPerson(of, { name: "olga", ...rights, password: "short" }, "ann");
    await expect(short).rejects.toThrow("12 to 256 characters");
  }));

test("behind a named proxy who asks is whom the proxy says, over TLS", () =>
  withAccess(
    async ({ of, app }) => {
      await setPerson(of, { name: "olga", ...rights, password }, "ann");
      const from = (remoteAddress: string) =>
        ({ incoming: { socket: { remoteAddress } } }) as never;
      const ask = (address: string, headers: Record<string, string> = {}) =>
        app.request(
          "/api/v1/sessions",
          {
            method: "POST",
            headers: { "Content-Type": "application/json", ...headers },
            body: JSON.stringify({ name: "olga", password }),
          },
          from(address),
        );
      const forwarded = {
        "X-Forwarded-For": "203.0.113.9, 10.0.0.8",
        "X-Forwarded-Proto": "https",
      };
      const answer = await ask("10.0.0.7", forwarded);
      expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-busbar=.*Secure/);
      const inClear = await ask("203.0.113.9", forwarded);
      expect([inClear.status, await inClear.json()]).toEqual([
        403,
        expect.objectContaining({ code: "IN_CLEAR" }),
      ]);
      const [entry] = await Array.fromAsync(of.store.access.audit());
      expect(entry).toMatchObject({ address: "10.0.0.8", actor: "olga", outcome: "done" });
    },
    { ...localHttp, host: "0.0.0.0", proxies: ["10.0.0.7"] },
  ));
