/**
 * The first key of the advisory locks of a store's transactions. Programs that have a store open write one
 * after another, as they do with a file.
 */
const writeLock = 0x42534252;

/** Waits for the turn of a transaction that writes, which it has until it ends. */
export const lockWrites = `SELECT pg_advisory_xact_lock(${writeLock})`;

/**
 * What each read begins with: one moment for all its statements. None takes so long that it were worth compiling,
 * which takes longer than most.
 */
export const beginRead = `
  BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL jit = off`;

/** What each transaction that writes begins with: durable, one at a time, and not forgotten by a program that hangs. */
export const beginWrite = `
  BEGIN;
  SET LOCAL jit = off;
  SET LOCAL enable_seqscan = off;
  SET LOCAL synchronous_commit = on;
  SET LOCAL idle_in_transaction_session_timeout = '60s';
  ${lockWrites}`;

/** Forgets the numbers of programs that ended without a word. */
export const forgetLongGone = "DELETE FROM last_writes WHERE at < now() - interval '1 day'";
