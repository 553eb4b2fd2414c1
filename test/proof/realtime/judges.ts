import { startServer, type MeteredServer } from "./meteredServer.ts";
import { runProgram, until, type Running } from "./runProgram.ts";
import type { Judged, Section } from "./sections.ts";

type Row = Section["rows"][number];

/** A program that runs against the server; `isAfter`: it is the rewritten one. */
interface Run {
  readonly program: Running;
  readonly server: MeteredServer;
  readonly isAfter: boolean;
  /** The error code that the server sends, or the close code. */
  readonly code: string;
}

const has = (run: Run, words: string): boolean => run.program.output().includes(words);
const died = ({ program }: Run): boolean => program.exitCode() !== null && program.exitCode() !== 0;
const ended = ({ program }: Run): boolean => program.exitCode() !== null;
const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** What a program makes of each kind of fault, in words. */
const JUDGES: Readonly<Record<Exclude<Judged, "refused connection">, (run: Run) => Promise<string>>> = {
  async "raw refusal"(run) {
    // Who reads the answer has logged it at the end, after all tries; who does not is done with the next frame.
    await until(() => has(run, run.isAfter ? "publish failed" : "mark"), `the end of ${run.code}`);
    return `${has(run, run.code) ? "rejected and logged" : "lost"}, sent ${times(run.server.received("publish"))}`;
  },
  async "raw close"(run) {
    await until(() => ended(run) || run.server.connections() > 1, `the end of ${run.code}`);
    const publish = has(run, "publish failed") ? "publish rejected" : "publish lost";
    if (run.server.connections() === 1) return `${publish}; stops, and says why`;
    const waits = [...run.program.output().matchAll(/wait (\d+)/g)].map(([, ms]) => Number(ms));
    // The time limit of the request is no wait between connections.
    const longest = Math.max(...waits.filter((ms) => ms !== 15_000));
    const wait =
      longest >= 30_000
        ? "30 s or more"
        : longest >= 5000
          ? "5 s or more"
          : longest > 100
            ? "a growing wait"
            : "100 ms";
    return `${publish}; comes back after ${wait}`;
  },
  async garbage(run) {
    await until(() => ended(run) || has(run, "mark"), "the next frame");
    // An exception of a listener ends the process once the frames at hand are through.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return ended(run) ? "process dies" : "logged, the next frame is read";
  },
  async probe(run) {
    await until(() => has(run, `closed ${run.code}`), "the close");
    return has(run, "the key is valid") ? "the key passes for valid" : "the key passes for refused";
  },
  async pending(run) {
    // Nothing keeps a program alive that waits for an answer which never comes.
    await until(() => ended(run) || has(run, "rejected"), "an answer, or the end of the program");
    return has(run, "rejected") ? "rejected" : "hangs: neither accepted nor rejected";
  },
  async resend(run) {
    const enough = run.isAfter ? (/^(backend|internal)_error$/.test(run.code) ? 4 : 1) : 6;
    await until(() => run.server.received("publish") >= enough, `${enough} publishes`);
    // What would be sent again comes at once, or after the next wait, which is cut short.
    await new Promise((resolve) => setTimeout(resolve, 250));
    const count = run.server.received("publish");
    return count >= 6 ? "sent without end" : `sent ${times(count)}`;
  },
  async "sdk refusal"(run) {
    await until(() => ended(run) || has(run, "mark"), `the end of ${run.code}`);
    if (died(run)) return `process dies (exit code ${run.program.exitCode()})`;
    return has(run, "client.publish failed") && has(run, run.code) ? "logged, process goes on" : "lost";
  },
  async "sdk close"(run) {
    await until(
      () => ended(run) || /client\.\w+ failed/.test(run.program.output()),
      `the end of ${run.code}`,
    );
    if (died(run)) return `process dies (exit code ${run.program.exitCode()})`;
    const told = /disconnected \d+ (true|false)/.exec(run.program.output())?.[1];
    return `logged, ${told === "true" ? "the SDK reconnects" : "the end is told"}`;
  },
  async "sdk retry"(run) {
    await until(() => has(run, "given up"), `the end of ${run.code}`);
    return `sent ${times(run.server.received("publish"))}, told`;
  },
};

/** Which runs have their waits cut short: those that would wait for real between tries. */
const SHORT = new Set<Judged>(["raw close", "resend"]);

/** Runs a program against one fault, and says what became of it. */
export async function judge(section: Section, row: Row, folder: string, isAfter: boolean): Promise<string> {
  if (row.judged === "refused connection") return refusedConnection(section, folder);
  const server = await startServer(row.send);
  const isRaw = !/^(sdk|retry)/.test(section.program);
  const url = `ws://localhost:${server.port}${isRaw ? "/v1?key=pk_live_x" : ""}`;
  const program = runProgram(folder, section.program, url, {
    isShort: SHORT.has(row.judged),
    isNative: section.isNative ?? false,
  });
  try {
    const code = "code" in row.send ? String(row.send.code) : "";
    return await JUDGES[row.judged]({ program, server, isAfter, code });
  } finally {
    await program.stop();
    await server.stop();
  }
}

async function refusedConnection(section: Section, folder: string): Promise<string> {
  const server = await startServer({ kind: "cut" });
  await server.stop();
  const program = runProgram(folder, section.program, `ws://127.0.0.1:${server.port}/v1`, { isShort: true });
  try {
    await until(
      () => program.exitCode() !== null || (program.output().match(/socket failed/g)?.length ?? 0) > 1,
      "an end, or a second try",
    );
    return program.exitCode() === null ? "logged, tried again later" : "process dies";
  } finally {
    await program.stop();
  }
}
