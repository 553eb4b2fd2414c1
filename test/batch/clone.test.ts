import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../cli/process.ts";
import { runGit, tempFolder, writeFiles } from "../pipeline/tempRepo.ts";
import { importRepository, pushesOf, UNSAFE } from "./fleet.ts";
import { serveHttp } from "./httpRemote.ts";

const BRANCH = "sadpath/handle-failures";

/** A repository behind git's own HTTP server, with a picture of 2 MB. */
async function world() {
  const root = tempFolder();
  importRepository(join(root, "remotes/acme/chat.git"), {
    "src/news.ts": UNSAFE,
    "logo.png": randomBytes(1_000_000).toString("hex"),
  });
  const remote = await serveHttp(join(root, "remotes"));
  const address = `${remote.url}/acme/chat.git`;
  writeFiles(root, { "list.txt": `${address}\n` });
  const batch = (...more: string[]) => runCli(root, ["batch", "list.txt", "--out", "out", ...more]);
  return { root, remote, address, batch, repository: join(root, "remotes/acme/chat.git") };
}

describe("clones over HTTP, by git's own server", () => {
  test(
    "without blobs that nobody reads, where the server can leave them out",
    { timeout: 120_000 },
    async () => {
      const { remote, batch, repository } = await world();
      expect((await batch()).code).toBe(0);
      expect(remote.bytes).toBeGreaterThan(1_000_000);
      runGit(repository, "config", "uploadpack.allowFilter", "true");
      remote.bytes = 0;
      expect((await batch("--safety", "review")).code).toBe(0);
      expect(remote.bytes).toBeLessThan(100_000);
      // The whole tree, where the repository's own command is to work in it.
      expect((await batch("--verify", "test -s logo.png")).code).toBe(0);
      expect(remote.bytes).toBeGreaterThan(1_000_000);
    },
  );

  test("a branch, a tag and a commit; one that does not exist is said so", { timeout: 120_000 }, async () => {
    const { root, address, repository } = await world();
    const first = runGit(repository, "rev-parse", "main").trim();
    runGit(repository, "tag", "v1", "main");
    runGit(repository, "branch", "old", "main");
    runGit(repository, "config", "uploadpack.allowAnySHA1InWant", "true");
    importRepository(repository, { "src/news.ts": "export {};\n" });
    const refs = ["v1", "old", first, "main", "gone"];
    writeFiles(root, { "list.txt": refs.map((ref) => `${address}#${ref}\n`).join("") });
    const { code, out } = await runCli(root, ["batch", "list.txt", "--out", "out"]);
    expect([code, out]).toEqual([3, expect.stringMatching(/1 × clone: couldn't find remote ref gone/)]);
    const { repositories } = JSON.parse(readFileSync(join(root, "out/summary.json"), "utf8")) as {
      repositories: { findings: number; status: string }[];
    };
    expect(repositories.map(({ findings }) => findings)).toEqual([1, 1, 1, 0, 0]);
  });

  test(
    "an outage that passes is waited for, one that does not fails the job",
    { timeout: 120_000 },
    async () => {
      const { remote, batch } = await world();
      remote.outages = 1;
      expect((await batch()).code).toBe(0);
      remote.outages = 1000;
      const { code, out } = await batch("--safety", "review", "--retries", "1");
      expect([code, out]).toEqual([3, expect.stringContaining("returned error: 503")]);
      expect(1000 - remote.outages).toBe(2);
    },
  );

  test(
    "credentials of the address let in, and stay out of everything that is written",
    { timeout: 120_000 },
    async () => {
      const { root, remote, address, batch, repository } = await world();
      runGit(repository, "config", "http.receivepack", "true");
      remote.credentials = "bot:geheim";
      const refused = await batch();
      expect([refused.code, refused.out]).toEqual([
        3,
        expect.stringMatching(/clone: .*Authentication failed/i),
      ]);
      writeFiles(root, { "list.txt": `${address.replace("http://", "http://bot:geheim@")}\n` });
      const { code, out, err } = await batch("--push", "--retry-failed");
      expect(code).toBe(0);
      expect(pushesOf(repository, BRANCH)).toBe(1);
      const files = readdirSync(join(root, "out"), { recursive: true, withFileTypes: true });
      const texts = files
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
      expect([out, err, ...texts].filter((text) => text.includes("geheim"))).toEqual([]);
    },
  );
});
