import { createInterface, type Interface } from "node:readline";
import { UserError } from "../../pipeline/userError.ts";
import type { Io } from "../io.ts";

/** Who answers the questions of `--interactive`: a person, a pipe, or a test. */
export interface Asker {
  readonly show: (text: string) => void;
  /** The answer, trimmed; undefined when there will be no more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Leaves the terminal to somebody else for the time of the work: an editor reads it too. */
  readonly lend: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

/**
 * Answers from stdin: typed at a terminal, or piped, one on each line (`yes | sadpath fix -i`).
 * Questions go to stderr, since stdout carries the report alone.
 * @throws {UserError} from the first question when there is neither a terminal nor an answer.
 */
export function createAsker(io: Io): Asker {
  // The terminal itself echoes and edits the line, so that Ctrl-C stays a signal.
  const lines = createInterface({ input: io.stdin, terminal: false });
  const queue = new LineQueue(lines);
  let hasAnswered = false;
  return {
    show: io.err,
    ask: async (question) => {
      io.err(question);
      const answer = await queue.next();
      // Typing ends the line of the question; a pipe, or the end of the answers, does not.
      if (!io.isStdinTerminal || answer === undefined) io.err("\n");
      if (answer === undefined && !hasAnswered && !io.isStdinTerminal)
        throw new UserError(
          "--interactive needs a terminal, or answers piped to it, one of y n a q e on each line",
        );
      hasAnswered = true;
      return answer?.trim();
    },
    lend: async (work) => {
      lines.pause();
      try {
        return await work();
      } finally {
        lines.resume();
      }
    },
    close: () => {
      lines.close();
      io.stdin.destroy();
    },
  };
}

/** Lines as they come, whether or not somebody waits for them already: a pipe does not wait for questions. */
class LineQueue {
  readonly #lines: string[] = [];
  #isClosed = false;
  #wake: () => void = () => undefined;

  constructor(source: Interface) {
    source.on("line", (line) => {
      this.#lines.push(line);
      this.#wake();
    });
    source.on("close", () => {
      this.#isClosed = true;
      this.#wake();
    });
  }

  async next(): Promise<string | undefined> {
    while (this.#lines.length === 0 && !this.#isClosed) {
      await new Promise<void>((fulfil) => {
        this.#wake = fulfil;
      });
    }
    return this.#lines.shift();
  }
}
