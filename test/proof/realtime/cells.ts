import { closeCodes, errorCodes } from "../../../src/contracts/metered/signals.ts";
import { startServer, type Fault } from "./meteredServer.ts";
import { runProgram, until, type Running } from "./runProgram.ts";

/** What becomes of one fault, as the program was and as it is rewritten. */
export interface Row {
  readonly fault: string;
  readonly before: string;
  readonly after: string;
}

type Folders = { readonly before: string; readonly after: string };

/** A refused publish on a raw socket: how often it was sent, and whether anybody was told. */
async function rawRefusal(folder: string, code: string): Promise<string> {
  return withServer({ kind: "refuse", code }, folder, "raw.js", false, async (program, server) => {
    await until(() => program.output().includes("mark") && !isWaiting(program), `the end of ${code}`);
    const told = program.output().includes(code) ? "logged" : "lost";
    const times = server.received("publish");
    return `${told}, sent ${times === 1 ? "once" : `${times} times`}`;
  });
}

/** Who reads the answer has logged it at the end, after all tries. */
function isWaiting(program: Running): boolean {
  return isRewritten(program) && !program.output().includes("publish failed");
}

const rewritten = new WeakSet<Running>();
const isRewritten = (program: Running): boolean => rewritten.has(program);

async function rawClose(folder: string, code: number): Promise<string> {
  return withServer({ kind: "close", code }, folder, "raw.js", true, async (program, server) => {
    await until(() => program.exitCode() !== null || server.connections() > 1, `the end of ${code}`);
    if (server.connections() === 1) return "stops, and says why";
    const waits = [...program.output().matchAll(/wait (\d+)/g)].map(([, ms]) => Number(ms));
    const longest = Math.max(...waits);
    return `comes back after ${longest >= 30_000 ? "30 s or more" : longest >= 5000 ? "5 s or more" : longest > 100 ? "a growing wait" : "100 ms"}`;
  });
}

async function withServer(
  fault: Fault,
  folder: string,
  file: string,
  isShort: boolean,
  judge: (program: Running, server: Awaited<ReturnType<typeof startServer>>) => Promise<string>,
): Promise<string> {
  const server = await startServer(fault);
  const url = `ws://localhost:${server.port}${file === "raw.js" ? "/v1?key=pk_live_x" : ""}`;
  const program = runProgram(folder, file, url, isShort);
  if (afterFolders.has(folder)) rewritten.add(program);
  try {
    return await judge(program, server);
  } finally {
    await program.stop();
    await server.stop();
  }
}

const afterFolders = new Set<string>();

/** A refused, lost or cut publish of the SDK: the process dies, or goes on and has logged it. */
async function sdkFault(folder: string, fault: Fault, mark: string): Promise<string> {
  return withServer(fault, folder, "sdk.js", false, async (program) => {
    await until(
      () => program.exitCode() !== null || program.output().includes(`${mark}`),
      `the end of ${JSON.stringify(fault)}`,
    );
    if (program.exitCode() !== null && program.exitCode() !== 0)
      return `process dies (exit code ${program.exitCode()})`;
    return /client\.\w+ failed/.test(program.output()) ? "logged, process goes on" : "lost";
  });
}

/** All rows, measured: each fault against both programs. */
export async function measureRows(folders: Folders): Promise<{
  readonly refusals: readonly Row[];
  readonly closes: readonly Row[];
  readonly others: readonly Row[];
  readonly sdk: readonly Row[];
}> {
  afterFolders.add(folders.after);
  const both = async (fault: string, run: (folder: string) => Promise<string>): Promise<Row> => {
    const [before, after] = await Promise.all([run(folders.before), run(folders.after)]);
    return { fault, before, after };
  };
  const refusals: Row[] = [];
  for (const { name, retry } of errorCodes)
    refusals.push(await both(`${name} (${retry})`, (folder) => rawRefusal(folder, name)));
  const closes: Row[] = [];
  // 4000 is the client's own: no server sends it.
  for (const { name, retry } of closeCodes.filter((one) => one.name !== "4000"))
    closes.push(await both(`${name} (${retry})`, (folder) => rawClose(folder, Number(name))));
  const others = [
    await both("the socket is cut while a publish is in flight", (folder) =>
      withServer({ kind: "cut" }, folder, "raw.js", false, async (program, server) => {
        await until(() => server.connections() > 1, "a second connection");
        return program.output().includes("publish failed") ? "rejected and logged" : "lost";
      }),
    ),
    await both("a frame that is no JSON", (folder) =>
      withServer({ kind: "garbage" }, folder, "raw.js", false, async (program) => {
        await until(() => program.exitCode() !== null || program.output().includes("mark"), "the next frame");
        return program.exitCode() === null ? "logged, the next frame is read" : "process dies";
      }),
    ),
    await both("nobody listens at the address", (folder) => refusedConnection(folder)),
  ];
  const sdk: Row[] = [];
  for (const { name, retry } of errorCodes)
    sdk.push(
      await both(`${name} (${retry})`, (folder) => sdkFault(folder, { kind: "refuse", code: name }, "mark")),
    );
  sdk.push(
    await both("the socket is cut while a publish is in flight", (folder) =>
      sdkFault(folder, { kind: "cut" }, "client.publish failed"),
    ),
  );
  for (const code of [4001, 4003, 4012, 4020])
    sdk.push(
      await both(`close ${code} at the first connect`, (folder) =>
        sdkFault(folder, { kind: "close", code }, "client.connect failed"),
      ),
    );
  return { refusals, closes, others, sdk };
}

async function refusedConnection(folder: string): Promise<string> {
  const server = await startServer({ kind: "cut" });
  await server.stop();
  const program = runProgram(folder, "raw.js", `ws://127.0.0.1:${server.port}/v1`, true);
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
