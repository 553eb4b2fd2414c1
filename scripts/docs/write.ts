// Writes the generated documentation; with --check, only says what is out of date.
import { globSync } from "tinyglobby";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { GENERATED_FOLDERS, generatedDocs } from "./generated.ts";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));

const files = await generatedDocs();
const orphans = globSync(GENERATED_FOLDERS.map((folder) => `${folder}/**`)).filter(
  (file) => !files.has(file),
);
const stale = [...files].filter(([file, text]) => textOf(file) !== text).map(([file]) => file);

if (process.argv.includes("--check")) {
  for (const file of [...stale, ...orphans]) console.error(`out of date: ${file}; run npm run docs`);
  process.exitCode = stale.length + orphans.length === 0 ? 0 : 1;
} else {
  for (const file of orphans) rmSync(file);
  for (const file of stale) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, files.get(file) ?? "");
  }
  console.log(`docs: ${stale.length} written, ${orphans.length} removed, ${files.size} in all`);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
