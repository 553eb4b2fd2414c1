import { ts } from "ts-morph";

/** TypeScript without its types, as an ES or CommonJS module; comments stay. */
export function toJavaScript(text: string, module: "esm" | "commonjs"): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      module: module === "esm" ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      removeComments: false,
    },
  }).outputText;
}
