import type { Node } from "../../syntax/node.ts";
import { isMember, isTypeWrapper } from "../../syntax/node.ts";
import { parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { statementInList } from "./lines.ts";

/** What holds an object that is made, and the statement that makes it. */
export interface Holder {
  /** `ws`, `this.client`. */
  readonly name: string;
  readonly statement: Node;
}

/** The variable or property that an object is put in where it is made; null where no statement can follow that uses it. */
export function holderOf(node: Node, module: SourceModule): Holder | null {
  let inner = node;
  let outer = parentOf(module, inner);
  while (outer && isTypeWrapper(outer)) [inner, outer] = [outer, parentOf(module, outer)];
  if (!outer) return null;
  const name = nameIn(outer, inner, module);
  if (name === null) return null;
  const statement = statementInList(outer, module);
  if (!statement) return null;
  const isOwn =
    /^(VariableDeclaration|ExpressionStatement)$/.test(statement.type) ||
    (statement.type === "ExportNamedDeclaration" && statement.declaration?.type === "VariableDeclaration");
  return isOwn ? { name, statement } : null;
}

function nameIn(outer: Node, inner: Node, module: SourceModule): string | null {
  if (outer.type === "VariableDeclarator" && outer.init === inner)
    return outer.id.type === "Identifier" ? outer.id.name : null;
  if (outer.type !== "AssignmentExpression" || outer.operator !== "=" || outer.right !== inner) return null;
  if (parentOf(module, outer)?.type !== "ExpressionStatement") return null;
  const { left } = outer;
  if (left.type === "Identifier") return left.name;
  return isMember(left) && /^[\w$.#]+$/.test(textOf(module, left)) ? textOf(module, left) : null;
}

/** What the parameter of a listener on something that is declared `any` needs, so that it is not one without a type. */
export function anyMark(declaration: Node | null | undefined, module: SourceModule): string {
  const annotation = declaration && "typeAnnotation" in declaration ? declaration.typeAnnotation : null;
  return annotation && /^:\s*any$/.test(textOf(module, annotation as Node)) ? ": any" : "";
}
