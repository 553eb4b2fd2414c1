import fs from "node:fs";
import path from "node:path";
import { runTree, writeTree } from "../../fixtures/runCases.ts";

/** Programs as they are found: each has failures that nobody sees. */
const PROGRAMS = {
  /** A raw socket of the \`ws\` package, used as most do: it sends, reads one kind of frame, and reconnects. */
  "ws.js": `import WebSocket from "ws";

const url = "wss://rms.metered.ca/v1?key=pk_live_x";

function connect() {
  const ws = new WebSocket(url);
  ws.on("message", (raw) => {
    const frame = JSON.parse(raw.toString());
    if (frame.type === "welcome") {
      ws.send(JSON.stringify({ type: "publish", channel: "room-1", data: { n: 1 } }));
    }
    if (frame.type === "message") console.error(frame.data);
  });
  ws.on("close", () => setTimeout(connect, 100));
}

connect();
`,
  /** The same with the platform's own class. */
  "native.js": `export const url = "wss://rms.metered.ca/v1?key=pk_live_x";

function connect() {
  const socket = new WebSocket(url);
  socket.onmessage = (event) => {
    const frame = JSON.parse(event.data);
    if (frame.type === "welcome") {
      socket.send(JSON.stringify({ type: "publish", channel: "room-1", data: { n: 1 } }));
    }
    if (frame.type === "message") console.error(frame.data);
  };
  socket.onclose = () => {
    setTimeout(connect, 100);
  };
}

connect();
`,
  /** A socket whose \`open\` counts as success. */
  "probe.js": `import WebSocket from "ws";

const probe = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
const remember = (words) => console.log(words);
probe.on("open", () => {
  remember("the key is valid");
});
probe.on("error", (err) => console.log(err.message));
probe.on("close", (code) => console.log("closed", code));
`,
  /** Requests that wait for their answers, as the documentation shows it. */
  "pending.js": `import WebSocket from "ws";

const ws = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
const pending = new Map();
function request(frame, requestId) {
  return new Promise((resolve, reject) => {
    pending.set(requestId, { resolve, reject });
    ws.send(JSON.stringify({ ...frame, requestId }));
  });
}
ws.on("message", (raw) => {
  try {
    const frame = JSON.parse(raw.toString());
    if (frame.type === "ack") pending.get(frame.requestId)?.resolve();
    if (frame.type === "error") pending.get(frame.requestId)?.reject(new Error(frame.code));
    if (frame.type !== "welcome") return;
    request({ type: "publish", channel: "room-1", data: 1 }, "q1").then(
      () => console.log("accepted"),
      (err) => console.log("rejected", err.message),
    );
  } catch (err) {
    console.error(err);
  }
});
ws.on("error", (err) => console.log(err.message));
ws.on("close", (code) => console.log("closed", code));
`,
  /** A refused frame is sent again whatever its code. */
  "resend.js": `import WebSocket from "ws";

const ws = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
const last = JSON.stringify({ type: "publish", channel: "room-1", data: 1, requestId: "q1" });
ws.on("message", (raw) => {
  try {
    const frame = JSON.parse(raw.toString());
    if (frame.type === "welcome") ws.send(last);
    if (frame.type === "error") ws.send(last);
  } catch (err) {
    console.error(err);
  }
});
ws.on("error", (err) => console.log(err.message));
ws.on("close", (code) => console.log("closed", code));
`,
  /** The SDK, whose promises float. */
  "sdk.js": `import { SignallingClient } from "@metered-ca/realtime";

const client = new SignallingClient({ apiKey: "pk_live_x", url: process.env.METERED_URL });
client.on("message", ({ data }) => setImmediate(() => console.error(data)));
client.on("disconnected", ({ code, willReconnect }) => console.log("disconnected", code, willReconnect));
client.on("connected", () => {
  void client.publish("room-1", { n: 1 });
});
void client.connect();
`,
  /** The SDK, and a publish that is made again whatever became of it. */
  "retry.js": `import { SignallingClient } from "@metered-ca/realtime";

const client = new SignallingClient({ apiKey: "pk_live_x", url: process.env.METERED_URL });
client.on("server-error", console.error);
client.on("disconnected", ({ code }) => console.log("disconnected", code));
client.on("connected", () => {
  client.publish("room-1", { n: 1 }).catch(() => client.publish("room-1", { n: 1 }).catch((err) => console.log("given up", err.name)));
});
client.connect().catch(console.error);
`,
} as const;

/** The name of a program. */
export type Program = keyof typeof PROGRAMS;

/** Loaded first: the SDK needs a WebSocket (Node below 22 has none); waits are told, and cut short where asked. */
const PRELOAD = `import WebSocket from "ws";
globalThis.WebSocket ??= WebSocket;
if (process.env.PROOF_SHORT) {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (f, ms, ...rest) => {
    // Waits of the packages themselves are none of the program's.
    if (ms >= 100 && !/node_modules\\/ws\\/|node:internal/.test(new Error().stack.split("\\n")[2])) console.log("wait", Math.round(ms));
    return wait(f, Math.min(ms, 50), ...rest);
  };
}
`;

const MANIFEST = JSON.stringify({
  name: "proof",
  private: true,
  type: "module",
  dependencies: { "@metered-ca/realtime": "^1.2.0", ws: "^8.18.0" },
});

/** Folders with the programs as they were, and as sadpath rewrites them. */
export interface Programs {
  readonly before: string;
  readonly after: string;
  /** The rules whose findings were rewritten, by program. */
  readonly rewritten: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Writes the programs and their rewrites; the rewrites are made as for any other project. */
export async function writePrograms(): Promise<Programs> {
  const input = new Map<string, string>([["package.json", MANIFEST], ...Object.entries(PROGRAMS)]);
  const result = await runTree(input, {});
  const output = new Map(input);
  const rewritten = new Map<string, Set<string>>();
  for (const { file, change, findings } of result.files) {
    if (change) output.set(file, change.after);
    const mended = findings.filter(({ fix }) => fix.safety !== "manual").map(({ rule }) => rule);
    rewritten.set(file, new Set(mended));
  }
  return { before: writeFolder(input), after: writeFolder(output), rewritten };
}

/** The host is the loopback server's; packages come from this repository. */
function writeFolder(files: ReadonlyMap<string, string>): string {
  const redirected = [...files].map(
    ([file, text]) =>
      [file, text.replace('"wss://rms.metered.ca/v1?key=pk_live_x"', "process.env.METERED_URL")] as const,
  );
  const folder = writeTree(new Map([...redirected, ["preload.js", PRELOAD]]));
  fs.symlinkSync(
    path.resolve(import.meta.dirname, "../../../node_modules"),
    path.join(folder, "node_modules"),
  );
  return folder;
}
