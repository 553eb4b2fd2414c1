import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipelineEngine, type Engine } from "../../src/cli/engine.ts";
import { main } from "../../src/cli/main.ts";
import { formatNames } from "../../src/report/formats.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/chat-server", import.meta.url));

const FILES: Readonly<Record<string, string>> = {
  pretty: "pretty.txt",
  diff: "changes.patch",
  json: "report.json",
  sarif: "report.sarif",
  markdown: "report.md",
  html: "report.html",
  github: "github.txt",
  rdjson: "rdjson.json",
  junit: "junit.xml",
  gitlab: "gitlab.json",
};

const ABOUT = `# Reports of examples/chat-server

What \`npx sadpath\` says of [the example](../../examples/chat-server), in every format. Written by \`npm run docs\`;
the time that it took is set to 0, so that the files compare.

| file | format |
| --- | --- |
`;

/** The pipeline, but for the one number that no two runs share. */
const timeless: Engine = {
  ...pipelineEngine,
  run: async (options) => ({ ...(await pipelineEngine.run(options)), durationMs: 0, timings: [] }),
};

/** The example's reports by file name. */
export async function sampleReports(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "sadpath-docs-"));
  try {
    const flags = formatNames.flatMap((name) => ["--report", `${name}=${join(folder, name)}`]);
    await run(flags);
    const reports = new Map(
      formatNames.map((name) => [FILES[name] ?? name, readFileSync(join(folder, name), "utf8")]),
    );
    const rows = formatNames.map(
      (name) => `| [${FILES[name] ?? name}](${FILES[name] ?? name}) | \`${name}\` |\n`,
    );
    return reports.set("README.md", ABOUT + rows.join(""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the command prints for these paths of the example, in colour. */
export function coloredReport(paths: readonly string[]): Promise<string> {
  return run(paths);
}

/**
 * The real command line, as in a terminal of 100 columns, over a copy of the example: what surrounds it here (a
 * repository or none, its CODEOWNERS) is no part of the sample.
 */
async function run(args: readonly string[]): Promise<string> {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), "sadpath-example-")));
  try {
    cpSync(EXAMPLE, cwd, { recursive: true });
    return await runIn(cwd, args);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function runIn(cwd: string, args: readonly string[]): Promise<string> {
  let out = "";
  let err = "";
  const io = {
    cwd,
    env: { FORCE_COLOR: "1" },
    stdin: Readable.from([]),
    out: async (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    isStdinTerminal: false,
    isStdoutTerminal: false,
    isStderrTerminal: false,
    columns: undefined,
  };
  const code = await main(["fix", ...args], { io, engine: timeless });
  if (code !== 1 || err !== "") throw new Error(`the example ended with ${code}, not 1\n${err}`);
  return out;
}
