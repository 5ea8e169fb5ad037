import type { Clock } from "./clock.ts";

/** A round that lasts longer than this while nothing at all gets done, in milliseconds, hangs. */
const longestRoundMs = 30 * 60_000;

/** So long after it was due at the latest, in milliseconds, a loop that has not turned is late. */
const slackMs = 30_000;

/** What a loop says of its turns. */
export interface LoopTurns {
  /** A round began. */
  began(): void;
  /** A round ended; the next comes within so many milliseconds. */
  rests(atMostMs: number): void;
  /** There are no more rounds. */
  ended(): void;
}

interface Turn {
  readonly name: string;
  /** Within a round: since when, on the steady clock. */
  beganAt: number | null;
  /** Between rounds: when the next is due at the latest. */
  dueAt: number;
  /** When the last round began; null before the first. */
  turnedAt: number | null;
}

/** When a loop last began a round, in milliseconds since 1970. */
export interface LastTurn {
  readonly name: string;
  readonly at: number;
}

/**
 * Watches that the loops of a program turn, for whoever has to tell a program that hangs from one that has
 * nothing to do. A loop hangs that should have turned and has not, or whose round does not end while no step
 * is done anywhere: a file of gigabytes takes long, and is settled go on.
 */
export class TurnWatch {
  readonly #clock: Pick<Clock, "steady">;
  readonly #turns = new Set<Turn>();
  #stepped = false;
  #steppedAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Pick<Clock, "steady">) {
    this.#clock = clock;
  }

  /** A loop begins: it is watched until it says that it ended. */
  watch(name: string): LoopTurns {
    const turn: Turn = { name, beganAt: null, dueAt: this.#clock.steady(), turnedAt: null };
    this.#turns.add(turn);
    return {
      began: () => {
        turn.beganAt = this.#clock.steady();
        turn.turnedAt = turn.beganAt;
      },
      rests: (atMostMs) => {
        turn.beganAt = null;
        turn.dueAt = this.#clock.steady() + atMostMs;
      },
      ended: () => void this.#turns.delete(turn),
    };
  }

  /** Something was done. Called thousands of times a second, so that no clock is looked at. */
  readonly step = (): void => {
    this.#stepped = true;
  };

  /** When each loop that has turned last did so, if `now`, in milliseconds since 1970, is this moment. */
  lastTurns(now: number): LastTurn[] {
    const steady = this.#clock.steady();
    return [...this.#turns].flatMap(({ name, turnedAt }) =>
      turnedAt === null ? [] : [{ name, at: now - (steady - turnedAt) }],
    );
  }

  /** The loops that hang, by their names; to be asked once a minute or more often. */
  hanging(): string[] {
    const now = this.#clock.steady();
    if (this.#stepped) this.#steppedAt = now;
    this.#stepped = false;
    return [...this.#turns].filter((turn) => this.#hangs(turn, now)).map(({ name }) => name);
  }

  #hangs({ beganAt, dueAt }: Turn, now: number): boolean {
    if (beganAt === null) return now - dueAt > slackMs;
    return now - Math.max(beganAt, this.#steppedAt) > longestRoundMs;
  }
}
