import type { ImportedName } from "./wiring.ts";

/** How the new module is written. */
export interface ModuleForm {
  readonly isTypeScript: boolean;
  readonly isCommonJs: boolean;
  readonly quote: '"' | "'";
  readonly semicolon: "" | ";";
  readonly unit: string;
  readonly eol: "\n" | "\r\n";
}

/** The text of a module in the project's form. `body` is written with ES exports, single quotes and two spaces; types stand between ⟨ and ⟩. */
export function renderModule(
  head: string,
  imports: readonly ImportedName[],
  body: string,
  form: ModuleForm,
): string {
  const used = imports.filter((one) => form.isTypeScript || one.isType !== true);
  const parts = [head, importLines(used, form.isCommonJs), withExports(typed(body, form), form.isCommonJs)];
  const text = styled(parts.join("").replaceAll(/\n{3,}/g, "\n\n"), form);
  return form.eol === "\n" ? text : text.replaceAll("\n", form.eol);
}

function typed(text: string, { isTypeScript }: ModuleForm): string {
  return isTypeScript ? text.replaceAll(/[⟨⟩]/g, "") : text.replaceAll(/⟨[^⟨⟩]*⟩/g, "");
}

function withExports(text: string, isCommonJs: boolean): string {
  if (!isCommonJs) return text;
  const names: string[] = [];
  const plain = text.replaceAll(
    /^export ((?:async function|function|class|const) (\w+))/gm,
    (_, rest: string, name: string) => {
      names.push(name);
      return rest;
    },
  );
  return `${plain}\nmodule.exports = {\n${names.map((name) => `  ${name},\n`).join("")}};\n`;
}

function importLines(imports: readonly ImportedName[], isCommonJs: boolean): string {
  const specifiers = [...new Set(imports.map((one) => one.specifier))];
  return specifiers
    .flatMap((specifier) => {
      const own = imports.filter((one) => one.specifier === specifier);
      const whole = own.filter(({ name }) => name === "default" || name === "*" || name === "=");
      const named = own.filter((one) => !whole.includes(one));
      const types = named.filter(({ isType }) => isType === true);
      const values = named.filter(({ isType }) => isType !== true);
      return [
        ...whole.map((one) => wholeLine(one, isCommonJs)),
        ...(values.length > 0 ? [namedLine("import", values, specifier, isCommonJs)] : []),
        ...(types.length > 0 ? [namedLine("import type", types, specifier, isCommonJs)] : []),
      ];
    })
    .join("");
}

function wholeLine({ specifier, name, local, isEquals, isType }: ImportedName, isCommonJs: boolean): string {
  if (isCommonJs) return `const ${local} = require('${specifier}')${name === "default" ? ".default" : ""};\n`;
  if (isEquals === true) return `import ${local} = require('${specifier}');\n`;
  const type = isType === true ? "type " : "";
  return name === "*"
    ? `import ${type}* as ${local} from '${specifier}';\n`
    : `import ${type}${local} from '${specifier}';\n`;
}

function namedLine(
  keyword: string,
  named: readonly ImportedName[],
  specifier: string,
  isCommonJs: boolean,
): string {
  const list = named.map(({ name, local }) => {
    if (name === local) return name;
    return isCommonJs ? `${name}: ${local}` : `${name} as ${local}`;
  });
  const inner = `{ ${list.join(", ")} }`;
  return isCommonJs
    ? `const ${inner} = require('${specifier}');\n`
    : `${keyword} ${inner} from '${specifier}';\n`;
}

/** Templates, comments, regular expressions and strings: only strings change, and what stands outside of all. */
const PIECES =
  /`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\/|(?<=!)\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\/|(?<=\|\| )\/(?:\\.|[^/\\\n])+\/|'(?:\\.|[^'\\\n])*'/g;

function styled(text: string, { quote, semicolon, unit }: ModuleForm): string {
  let result = "";
  let last = 0;
  const code = (part: string) => (semicolon === "" ? part.replaceAll(/;(?=\n|$)/g, "") : part);
  for (const match of text.matchAll(PIECES)) {
    result += code(text.slice(last, match.index));
    const [piece] = match;
    result +=
      piece.startsWith("'") && quote === '"' ? `"${piece.slice(1, -1).replaceAll('"', '\\"')}"` : piece;
    last = match.index + piece.length;
  }
  result += code(text.slice(last));
  if (unit === "  ") return result;
  return result.replaceAll(/^(?: {2})+/gm, (spaces) => unit.repeat(spaces.length / 2));
}
