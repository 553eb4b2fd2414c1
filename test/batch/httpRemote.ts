import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { gitEnv } from "../pipeline/tempRepo.ts";

/** Git's own HTTP server, on loopback. */
export interface HttpRemote {
  /** Of the folder; a repository's name follows. */
  readonly url: string;
  readonly requests: string[];
  /** How many requests are refused with 503 from now on. */
  outages: number;
  /** Where set, only who sends this `user:password` is let in. */
  credentials?: string;
  /** Bytes of all answers. */
  bytes: number;
}

/** Serves the repositories below a folder; it ends with the test. */
export async function serveHttp(folder: string): Promise<HttpRemote> {
  const remote: HttpRemote = { url: "", requests: [], outages: 0, bytes: 0 };
  const server = createServer((request, response) => answer(remote, folder, request, response));
  await new Promise<void>((fulfil) => server.listen(0, "127.0.0.1", fulfil));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(remote, { url: `http://127.0.0.1:${port}` });
}

function answer(
  remote: HttpRemote,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  remote.requests.push(`${request.method} ${request.url}`);
  if (remote.outages > 0) {
    remote.outages -= 1;
    response.writeHead(503).end();
    return;
  }
  const wanted = remote.credentials;
  if (wanted !== undefined && request.headers.authorization !== `Basic ${btoa(wanted)}`) {
    response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
    return;
  }
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const backend = spawn("git", ["http-backend"], {
    env: {
      ...gitEnv(),
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      REQUEST_METHOD: request.method,
      PATH_INFO: path,
      QUERY_STRING: query,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  backend.on("close", () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf("\r\n\r\n");
    const lines = output.subarray(0, end).toString("latin1").split("\r\n");
    const headers = lines.map((line) => line.split(/:\s*/, 2) as [string, string]);
    const status = Number(headers.find(([name]) => name === "Status")?.[1]?.split(" ")[0] ?? 200);
    remote.bytes += output.length;
    response.writeHead(status, Object.fromEntries(headers)).end(output.subarray(end + 4));
  });
}
