// Checks what a user gets: packs the tarball, then installs and runs it on each Node that we promise.
// Node's binaries come from npm (node-<platform>-<arch>), into a temporary folder outside of the repository.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const NODE_VERSIONS = ["20.19.0", "20", "22", "24"];

const ONE_FILES = [
  {
    name: "pusher",
    flags: [],
    sign: "instanceof Pusher.RequestError",
    text: `const Pusher = require("pusher");
const pusher = Pusher.forURL(process.env.PUSHER_URL);
exports.announce = async (text) => {
  await pusher.trigger("news", "announced", { text });
};
`,
  },
  {
    name: "superagent",
    flags: ["--safety=review"],
    sign: "request.on('response'",
    text: `const fs = require('fs');
const superagent = require('superagent');

exports.download = (url, file) => {
  superagent.get(url).pipe(fs.createWriteStream(file));
};
`,
  },
];
const repository = fileURLToPath(new URL("..", import.meta.url));
const example = join(repository, "examples/chat-server");
const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
const temporary = mkdtempSync(join(tmpdir(), "sadpath-package-"));
const tally = { passed: 0, failed: 0 };

try {
  const tarball = pack();
  if (tarball !== undefined) {
    check("publint", () => run("npx", ["--no-install", "publint", tarball, "--strict"]));
    check("attw", () => run("npx", ["--no-install", "attw", tarball, "--profile", "esm-only"]));
    for (const wanted of NODE_VERSIONS) checkOnNode(wanted, tarball);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
console.log(`package: ${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;

function pack() {
  return check("npm pack", () => {
    run("npm", ["pack", "--pack-destination", temporary]);
    return join(temporary, `sadpath-${version}.tgz`);
  });
}

function checkOnNode(wanted, tarball) {
  const folder = join(temporary, `node-${wanted}`);
  const env = check(`Node ${wanted}: install`, () => installOn(wanted, folder, tarball));
  if (env === undefined) return;
  const options = { cwd: folder, env };

  check(`Node ${wanted}: sadpath --version`, () => {
    expect(
      run("npx", ["--no-install", "sadpath", "--version"], options).stdout.trim() === version,
      "another version",
    );
  });

  check(`Node ${wanted}: sadpath scan`, () => {
    const scan = run("npx", ["--no-install", "sadpath", "scan", "-f", "json", "app"], {
      ...options,
      expected: [0, 1],
    });
    const { findings, summary } = JSON.parse(scan.stdout);
    expect(
      findings.length > 0 && summary.failed === 0,
      `findings ${findings.length}, failed ${summary.failed}`,
    );
  });

  check(`Node ${wanted}: every report, and the parts of the HTML page`, () => {
    const names = ["diff", "json", "sarif", "markdown", "html", "github", "rdjson", "junit", "gitlab"];
    const reports = names.flatMap((name) => ["--report", `${name}=reports/${name}`]);
    run("npx", ["--no-install", "sadpath", ...reports, "app"], { ...options, expected: [0, 1] });
    const sizes = names.map((name) => statSync(join(folder, "reports", name)).size);
    expect(
      sizes.every((size) => size > 1000),
      `sizes ${sizes.join(", ")}`,
    );
    const html = readFileSync(join(folder, "reports/html"), "utf8");
    expect(
      html.includes("drawOverview") && !/\{\{(?:data|style|script|policy)\}\}/.test(html),
      "the page is not whole",
    );
    expect(
      existsSync(join(folder, "node_modules/sadpath/docs/rules/pusher/api-error.md")),
      "no rule pages in the package",
    );
  });

  // The runner exits 0 even if a transform cannot be loaded, so its summary is what counts.
  for (const { name, text, flags, sign } of ONE_FILES) {
    check(`Node ${wanted}: jscodeshift runs the transform of ${name}`, () => {
      const transform = `node_modules/sadpath/transforms/${name}.js`;
      // The example keeps its client in a module of its own, which a transform cannot see: this file has all in one.
      mkdirSync(join(folder, "one"), { recursive: true });
      const file = join(folder, "one", `${name}.js`);
      writeFileSync(file, text);
      const { stdout, stderr } = run(
        "npx",
        ["--no-install", "jscodeshift", "-t", transform, "--extensions=js", ...flags, file],
        options,
      );
      expect(/^0 errors$/m.test(stdout) && /^1 ok$/m.test(stdout), stdout + stderr);
      expect(readFileSync(file, "utf8").includes(sign), "the file was not rewritten");
    });
  }
}

/** A project of its own with this Node, the tarball and a copy of the example; gives the environment to run it in. */
function installOn(wanted, folder, tarball) {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), `{ "name": "consumer", "private": true }\n`);
  const platform = process.platform === "win32" ? "win" : process.platform;
  const prefix = platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  const binary = `${prefix}-${platform}-${process.arch}`;
  const nodeFolder = join(folder, "runtime");
  mkdirSync(nodeFolder);
  run("npm", ["install", "--prefix", nodeFolder, "--no-save", `${binary}@${wanted}`], { cwd: nodeFolder });

  const path = [join(nodeFolder, "node_modules", binary, "bin"), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path };
  const actual = run("node", ["--version"], { env }).stdout.trim();
  expect(actual === `v${wanted}` || actual.startsWith(`v${wanted}.`), `node ${wanted} is ${actual}`);

  run("npm", ["install", "--engine-strict", tarball], { cwd: folder, env });
  cpSync(example, join(folder, "app"), { recursive: true });
  return env;
}

function check(name, action) {
  const start = Date.now();
  try {
    const value = action();
    tally.passed += 1;
    console.log(`ok      ${name} (${seconds(start)} s)`);
    return value;
  } catch (error) {
    tally.failed += 1;
    console.log(`FAILED  ${name} (${seconds(start)} s)\n${error.message}`);
    return undefined;
  }
}

function run(command, args, { expected = [0], ...options } = {}) {
  const result = spawnSync(command, args, {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
    ...options,
  });
  if (result.error) throw result.error;
  const { status } = result;
  const [stdout, stderr] = [result.stdout, result.stderr].map(stripVTControlCharacters);
  expect(expected.includes(status), `${command} ${args.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return { stdout, stderr };
}

function expect(condition, message) {
  if (!condition) throw new Error(message);
}

function seconds(start) {
  return ((Date.now() - start) / 1000).toFixed(1);
}
