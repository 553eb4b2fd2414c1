import fs from "node:fs";
import path from "node:path";
import { runTree, writeTree } from "../../fixtures/runCases.ts";

/** A program that uses a raw socket as most do: it sends, reads one kind of frame, and reconnects. */
const RAW = `import WebSocket from "ws";

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
`;

/** A program that publishes with the SDK and lets the promise float. */
const SDK = `import { SignallingClient } from "@metered-ca/realtime";

const client = new SignallingClient({ apiKey: "pk_live_x", url: process.env.METERED_URL });
client.on("message", ({ data }) => setImmediate(() => console.error(data)));
client.on("disconnected", ({ code }) => console.log("disconnected", code));
client.on("connected", () => {
  void client.publish("room-1", { n: 1 });
});
void client.connect();
`;

/** Loaded first: the SDK needs a WebSocket (Node below 22 has none); waits are told, and cut short where asked. */
const PRELOAD = `import WebSocket from "ws";
globalThis.WebSocket ??= WebSocket;
if (process.env.PROOF_SHORT) {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (f, ms, ...rest) => {
    // Waits of the package itself are none of the program's.
    if (ms >= 100 && !new Error().stack.split("\\n")[2].includes("node_modules/ws/")) console.log("wait", Math.round(ms));
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
}

/** Writes the programs and their rewrites; the rewrites are made as for any other project. */
export async function writePrograms(): Promise<Programs> {
  const input = new Map([
    ["package.json", MANIFEST],
    ["raw.js", RAW],
    ["sdk.js", SDK],
  ]);
  const result = await runTree(input, {});
  const output = new Map(input);
  for (const { file, change } of result.files) if (change) output.set(file, change.after);
  return { before: writeFolder(input), after: writeFolder(output) };
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
