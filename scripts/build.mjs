// Compiles to dist/, then does the three things that tsc cannot: it writes the published transforms/<package>.js,
// copies the parts of the HTML report, and sets the executable bit of the command (npm sets it when it links the package, not when we build anew).
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const compiler = spawnSync(
  process.execPath,
  ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"],
  {
    stdio: "inherit",
  },
);
if (compiler.status !== 0) process.exit(compiler.status ?? 1);

for (const file of readdirSync("transforms").filter((name) => name.endsWith(".ts"))) {
  const name = file.replace(/\.ts$/, ".js");
  const { parser } = await import(new URL(`../dist/transforms/${name}`, import.meta.url).href);
  writeFileSync(`transforms/${name}`, publishedTransform(name, parser));
}

const page = "src/report/html/page";
// The page is made of whatever is in its folder: nothing of an earlier build may be left there.
rmSync(`dist/${page}`, { recursive: true, force: true });
for (const file of readdirSync(page).filter((name) => /\.(?:css|html|js)$/.test(name)))
  cpSync(`${page}/${file}`, `dist/${page}/${file}`);

chmodSync("dist/bin/sadpath.js", 0o755);

/** Why not a plain re-export: see docs/transforms.md, "How it loads". */
function publishedTransform(name, parser) {
  return `export const parser = ${JSON.stringify(parser)};

export default async function transform(file, api, options) {
  const { default: run } = await import("../dist/transforms/${name}");
  return run(file, api, options);
}
`;
}
