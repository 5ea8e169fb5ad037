import { expect, test } from "vitest";
import { maskPersonal } from "../../src/http/access/mask-personal.ts";

test("numbers of persons are masked in sentences, hashes and UUIDs are nobody's numbers", () => {
  const sha = "00123456789abcdef0123456789012345678901234567890123456789012345f";
  const uuid = "12345678-1234-4123-8123-123456789012";
  for (const nobodys of [sha, uuid, sha.slice(0, 40), sha.slice(0, 32), sha.slice(0, 16)])
    expect(maskPersonal(`see ${nobodys}, of 1200000000017`)).toBe(`see ${nobodys}, of [masked]`);
  for (const number of ["1200000000017", "12345678901234567", "E123456789", "a123456789"])
    expect(maskPersonal(`meter ${number}`)).not.toMatch(/\d{9}/);
  expect(maskPersonal("2026-01-02T03:04:05.123456789Z")).toBe("2026-01-02T03:04:05.123456789Z");
});

test("what Busbar calls something by stays as it is, so that it can be given back", () => {
  const names = {
    set: "12345678901234567890123456789012",
    request: "12345678-1234-4123-8123-123456789012",
    id: "123456789",
    cause: { id: "123456789abc", title: "of 1200000000017" },
    hash: "1234567890".repeat(6),
    idempotencyKey: "1234567890",
  };
  const cause = { ...names.cause, title: "of [masked]" };
  expect(maskPersonal(names)).toEqual({ ...names, cause });
  const command = { key: "1234567890", outcome: "recorded", processKey: "1200000000017" };
  expect(maskPersonal(command)).toEqual({ ...command, processKey: "[masked]" });
  expect(maskPersonal({ key: "1200000000017" })).toEqual({ key: "[masked]" });
});

test("what people say in their own words is masked, what Busbar says is not", () => {
  expect(
    maskPersonal({
      subjectKey: "K14X 00917",
      hold: { actor: "ann", reason: "Mrs Smith rang" },
      said: [{ verb: "note", text: "ask Mrs Smith", actor: "ann" }],
      failure: { reason: "the line has no end" },
      step: { actor: null, reason: "sent again" },
    }),
  ).toEqual({
    subjectKey: "[masked]",
    hold: { actor: "ann", reason: "[masked]" },
    said: [{ verb: "note", text: "[masked]", actor: "ann" }],
    failure: { reason: "the line has no end" },
    step: { actor: null, reason: "sent again" },
  });
});

test("what a problem or reason quotes is masked however short it is, and its other words stay", () => {
  const problem = {
    code: "BAD_DATE",
    line: 3,
    value: "0714",
    message: 'The date "0714" is none; write it as 20260714, as line 0714 has it.',
  };
  expect(maskPersonal({ problems: [problem] })).toEqual({
    problems: [
      {
        ...problem,
        value: "[masked]",
        message: 'The date "[masked]" is none; write it as 20260714, as line 0714 has it.',
      },
    ],
  });
  const cut = { value: "Mrs Smith, 4 High Street", message: 'It begins with "Mrs Smith".' };
  expect(maskPersonal(cut)).toMatchObject({ message: 'It begins with "[masked]".' });
  const stuck = {
    item: "process account/77-1",
    name: "77-1",
    reason: "It belongs to process account 77-1, which does not exist yet, nor does 77-12.",
    quoted: ["77-1"],
    since: "2026-03-02T00:00:00.000Z",
    said: [{ verb: "assign", text: "Bob of 77-1", actor: null }],
  };
  expect(maskPersonal({ items: [stuck] })).toEqual({
    items: [
      {
        ...stuck,
        item: "process account/[masked]",
        name: "[masked]",
        reason: "It belongs to process account [masked], which does not exist yet, nor does 77-12.",
        quoted: ["[masked]"],
        said: [{ verb: "assign", text: "Bob of [masked]", actor: null }],
      },
    ],
  });
});

test("what is masked by its name is masked in the sentences beside it, and states are not", () => {
  const action = {
    key: "SO-80",
    state: "sent",
    reason: "SO-80 of Ann Bright is not SO-800, and was sent",
    verdicts: [{ saw: { name: "Ann Bright", state: "sent" } }],
    data: '{"name":"Ann Bright","sent":"sent"}',
  };
  expect(maskPersonal(action)).toMatchObject({
    state: "sent",
    reason: "[masked] of [masked] is not SO-800, and was [masked]",
  });
  const cut = { value: 'A "long" one', message: 'It is "A "long" one", or "A…".' };
  expect(maskPersonal(cut)).toMatchObject({ message: 'It is "[masked]", or "[masked]".' });
  const story = { said: "of SO and SO-8", quoted: ["SO", "SO-8"], notes: ["SO-8"] };
  expect(maskPersonal({ ledTo: [story] })).toMatchObject({
    ledTo: [{ said: "of [masked] and [masked]", notes: ["[masked]"] }],
  });
});

test("addresses of e-mails are masked, logins at servers and Message-IDs of our own are not", () => {
  const id = "<12-3.12345678-1234-4123-8123-123456789012@orders.example>";
  const place = "sftp://supplier@sftp.partner.example:22/incoming";
  expect(maskPersonal(`${id} to Ann.O'Neill+x@mail.example.com, by ${place}`)).toBe(
    `${id} to [masked], by ${place}`,
  );
  expect(maskPersonal({ folder: "ann@example.com, bob@example.com" })).toEqual({
    folder: "[masked], [masked]",
  });
});

test("what process code says is masked as causes leave it out, of a command whole", () => {
  const reason = 'Error: no parcel "of Ann" for K-12345, tried 3 times';
  const action = { action: 3, nth: 0, reason };
  expect(maskPersonal(action)).toEqual({
    ...action,
    reason: 'Error: no parcel "[masked]" for K-[masked], tried 3 times',
  });
  const failure = { attempt: 1, reason, error: { message: reason, stack: `${reason}\n at x` } };
  expect(JSON.stringify(maskPersonal(failure))).not.toMatch(/Ann|12345/);
  const command = { outcome: "refused", code: "NO", message: "Ann has left", kept: true };
  expect(maskPersonal(command)).toEqual({ ...command, message: "[masked]" });
});
