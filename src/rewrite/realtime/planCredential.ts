import type { CredentialDetail } from "../../detect/realtime/sdk/credentials.ts";
import type { Node } from "../../syntax/node.ts";
import { parentOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { at } from "../insertion.ts";
import { positionAt } from "../layout.ts";
import { statementInList } from "./lines.ts";
import { detailOf, type SitePlanner } from "./planning.ts";

/** S8: what is missing is said before the constructor, which would throw without it anyway. */
export const checkCredential: SitePlanner = (site, { module, style }) => {
  const { made, expression, what } = detailOf<CredentialDetail>(site);
  const statement = statementInList(made, module);
  if (expression === null || !statement || !isAlwaysMade(made, statement, module)) return null;
  const { base, startsLine } = positionAt(module, statement.start ?? 0);
  if (!startsLine) return null;
  const { quote, semicolon, eol } = style;
  const line = `if (!${expression}) throw new Error(${quote}${what} is not set${quote})${semicolon}`;
  return {
    edits: [at(statement.start ?? 0, `${line}${eol}${base}`)],
    title: "check the key first",
  };
};

/** `client ??= new …`, `ok ? new … : null`: it is made only sometimes, and only then is the key needed. */
function isAlwaysMade(made: Node, statement: Node, module: SourceModule): boolean {
  if (/^(If|For|ForOf|ForIn|While|DoWhile|Switch|Try)Statement$|Declaration$/.test(statement.type))
    if (!/^(Variable|ExportNamed|ExportDefault)Declaration$/.test(statement.type)) return false;
  for (let outer = parentOf(module, made); outer && outer !== statement; outer = parentOf(module, outer)) {
    if (/^(Logical|Conditional)Expression$/.test(outer.type)) return false;
    if (outer.type === "AssignmentExpression" && outer.operator !== "=") return false;
  }
  return true;
}
