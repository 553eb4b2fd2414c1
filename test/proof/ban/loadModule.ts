import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { banFlowText, type BackEnd } from "../../../src/rewrite/banFlow/moduleText.ts";

/** Below node_modules, so that the scaffolded module finds the packages that it imports. */
const folder = path.resolve(import.meta.dirname, `../../../node_modules/.cache/sadpath-ban-${process.pid}`);

/** What the scaffolded modules have in common, as far as the proof uses it. */
export interface Flow {
  block(userId: string): Promise<string>;
  unblock(userId: string): Promise<void>;
  isBlocked(userId: string): Promise<boolean>;
  terminate(userId: string): Promise<"done" | "queued">;
  start(): { stop(): Promise<void> };
  close?(): Promise<void>;
  sweep?(): Promise<number>;
}

/** Writes the module of a back end as JavaScript, and gives its path. */
export function writeModule(backEnd: BackEnd): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${backEnd}.mjs`);
  const { outputText } = ts.transpileModule(banFlowText(backEnd, { pg: "*" }), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(file, outputText);
  return file;
}

/** The module of a back end, running. */
export async function loadModule(
  backEnd: BackEnd,
): Promise<{ createBanFlow: (options: Record<string, unknown>) => Flow; BAN_FLOW_TABLE?: string }> {
  return (await import(pathToFileURL(writeModule(backEnd)).href)) as Awaited<ReturnType<typeof loadModule>>;
}

/** Removes what was written. */
export const removeModules = (): void => rmSync(folder, { recursive: true, force: true });
