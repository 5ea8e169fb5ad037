/** The columns of a notice. */
export const noticeColumns = `id, about, level, title, channel, since, count, assignees, remedy,
  opened_at AS openedAt, turn, gone_since AS goneSince, ended_at AS endedAt, untold`;

/** The columns of a message of `m`. */
export const messageColumns = `m.id, m.notice, m.contact, m.verb, m.step, m.at, m.due_at AS dueAt, m.content,
  m.state, m.reason, m.bundle, m.attempts, m.settled_at AS settledAt`;
