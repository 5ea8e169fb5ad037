import { z } from "zod";
import { removePerson, setPerson } from "../../../app/commands/access/people.ts";
import { addToken, revokeToken } from "../../../app/commands/access/tokens.ts";
import { pollChannel } from "../../../app/commands/channel/poll-channel.ts";
import { reloadDaemon } from "../../../app/commands/daemon/reload-daemon.ts";
import { eraseSubject } from "../../../app/commands/erasure/erase-subject.ts";
import { checkChannel } from "../../../app/doctor/check-channel.ts";
import {
  credentialView,
  madeCredentialView,
  viewCredential,
} from "../../../app/views/access-view.ts";
import { channelCheckView, channelView, viewChannel } from "../../../app/views/channel-view.ts";
import { erasedView, viewErased } from "../../../app/views/daemon/erasure-view.ts";
import { list } from "../../../app/views/parts.ts";
import { roles } from "../../../core/access/access.ts";
import { type ActRoute, act } from "../act-route.ts";
import { idText, wordText } from "../parameters.ts";

const rights = { role: z.enum(roles), personal: z.boolean().default(false) };

/** What admins do, and what is asked of the daemon. */
export const adminActs: readonly ActRoute[] = [
  act("/channels/{channel}/polls", {
    tag: "Channels",
    summary: "Has the daemon look at a channel now, and waits for that.",
    input: { channel: wordText },
    answer: z.strictObject({ channel: channelView, done: z.boolean() }),
    run: async (of, { channel }) => {
      const polled = await pollChannel(of, { channel });
      return { channel: viewChannel(polled.channel), done: polled.isDone };
    },
  }),
  act("/channels/{channel}/checks", {
    tag: "Channels",
    summary:
      "Tries all that a channel has to do, in its folders or at its server; nothing of it stays.",
    input: { channel: wordText },
    answer: z.strictObject({ items: list(channelCheckView) }),
    run: async ({ config }, { channel }) => {
      const { checks } = await checkChannel(config, channel);
      return { items: checks };
    },
  }),
  act("/tokens", {
    tag: "Access",
    summary: "Makes a token for a program. Its secret is shown this once.",
    body: {
      name: z.string(),
      ...rights,
      endsAt: z.iso.datetime({ offset: true }).nullable().default(null),
    },
    answer: madeCredentialView,
    role: "admin",
    status: 201,
    // The answer holds the secret, which is kept nowhere.
    key: "refused",
    run: async (of, { endsAt, ...given }, { who }) => {
      const until = endsAt === null ? null : Date.parse(endsAt);
      const { credential, secret } = await addToken(of, { ...given, endsAt: until }, who.name);
      return { ...viewCredential(credential), secret };
    },
  }),
  act("/tokens/{token}/revocations", {
    tag: "Access",
    summary: "Ends a token.",
    input: { token: idText },
    answer: credentialView,
    role: "admin",
    run: async (of, { token }, { who }) =>
      viewCredential(await revokeToken(of, { token }, who.name)),
  }),
  act("/people", {
    tag: "Access",
    summary: "Lets somebody log in by a password, or gives who can another one, or other rights.",
    body: { name: z.string(), password: z.string(), ...rights },
    answer: z.strictObject({ name: z.string() }),
    role: "admin",
    status: 201,
    // What is sent holds the password, of which nothing is kept that could be compared.
    key: "refused",
    run: async (of, { name, password, role, personal }, { who }) => {
      await setPerson(of, { name, password, role, personal }, who.name);
      return { name };
    },
  }),
  act("/people/{name}/removals", {
    tag: "Access",
    summary: "Lets somebody log in no more.",
    input: { name: wordText },
    answer: z.strictObject({ name: z.string() }),
    role: "admin",
    run: async (of, { name }, { who }) => {
      await removePerson(of, { name }, who.name);
      return { name };
    },
  }),
  act("/erasures", {
    tag: "Erasure",
    summary: "Erases what is said of a person, or says what that would touch.",
    body: { key: z.string().min(1), isDry: z.boolean().default(false) },
    answer: erasedView,
    role: "admin",
    run: async (of, input, { changedBy }) => viewErased(await eraseSubject(of, input, changedBy)),
  }),
  act("/daemon/reloads", {
    tag: "Daemon",
    summary: "Has the daemon read its settings again. Open streams end.",
    answer: z.strictObject({ begun: z.literal(true) }),
    role: "admin",
    status: 202,
    run: async (of) => {
      // Not waited for: the daemon first finishes what it does, and this request is some of that.
      void reloadDaemon(of).catch(() => {});
      return { begun: true } as const;
    },
  }),
];
