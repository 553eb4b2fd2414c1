import { createInterface, type Interface } from "node:readline";
import { PassThrough, type Writable } from "node:stream";
import { UserError } from "../../pipeline/userError.ts";
import { InterruptedError } from "../interruptedError.ts";
import type { Io } from "../io.ts";

/** Who answers the questions of `--interactive`: a person, a pipe, or a test. */
export interface Asker {
  readonly show: (text: string) => void;
  /** The answer, trimmed; undefined when there will be no more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/**
 * Answers from stdin: typed at a terminal, or piped, one on each line (`yes | sadpath fix -i`).
 * Questions go to stderr, since stdout carries the report alone.
 * @throws {UserError} from the first question when there is neither a terminal nor an answer.
 */
export function createAsker(io: Io): Asker {
  const lines = createInterface({ input: io.stdin, output: echo(io), terminal: io.isStdinTerminal });
  const queue = new LineQueue(lines);
  let hasAnswered = false;
  return {
    show: io.err,
    ask: async (question) => {
      io.err(question);
      const answer = await queue.next();
      if (!io.isStdinTerminal) io.err("\n");
      if (answer === undefined && !hasAnswered && !io.isStdinTerminal)
        throw new UserError("--interactive needs a terminal, or answers piped to it, one of y n a q e on each line");
      hasAnswered = true;
      return answer?.trim();
    },
    close: () => {
      lines.close();
      io.stdin.destroy();
    },
  };
}

/** Where readline shows what is typed; a pipe's lines are not shown. */
function echo(io: Io): Writable {
  const stream = new PassThrough();
  if (io.isStdinTerminal) stream.on("data", (chunk: Buffer) => io.err(chunk.toString("utf8")));
  else stream.resume();
  return stream;
}

/** Lines as they come, whether or not somebody waits for them already: a pipe does not wait for questions. */
class LineQueue {
  readonly #lines: string[] = [];
  #isClosed = false;
  #isInterrupted = false;
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
    source.on("SIGINT", () => {
      this.#isInterrupted = true;
      this.#wake();
    });
  }

  async next(): Promise<string | undefined> {
    while (this.#lines.length === 0 && !this.#isClosed && !this.#isInterrupted) {
      await new Promise<void>((fulfil) => {
        this.#wake = fulfil;
      });
    }
    if (this.#isInterrupted) throw new InterruptedError("interrupted: nothing was written");
    return this.#lines.shift();
  }
}
