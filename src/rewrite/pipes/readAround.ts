import { isFunction, type Node } from "../../syntax/node.ts";
import { parentOf, placeOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { listOf, statementOf } from "../surroundings.ts";
import type { Around, PipeRefusal } from "./pipeForm.ts";

const refuse = (refusal: string): PipeRefusal => ({ refusal });

/** What stands around the pipe, and what of it is replaced. */
export function readAround(
  outer: Node,
  module: SourceModule,
): { readonly around: Around; readonly replaced: Node } | PipeRefusal {
  const place = placeOf(module, outer);
  if (!place) return refuse("it stands nowhere");
  const { parent, key } = place;
  const statement = statementOf(outer, module);
  const isListed = statement !== null && listOf(statement, module) !== null;
  const inList = (around: Around) =>
    statement && isListed
      ? { around, replaced: statement }
      : refuse("it stands where no statements can be put");
  switch (parent.type) {
    case "ExpressionStatement":
      return { around: "statement", replaced: parent };
    case "AwaitExpression": {
      const holder = parentOf(module, parent);
      const isUnused =
        holder?.type === "ExpressionStatement" || (isFunction(holder) && holder.body === parent);
      return isUnused
        ? { around: "expression", replaced: holder.type === "ExpressionStatement" ? holder : outer }
        : refuse("the destination that it gives is used further on");
    }
    case "ReturnStatement":
      return inList("return");
    case "VariableDeclarator":
      return parent.id.type === "Identifier" &&
        statement?.type === "VariableDeclaration" &&
        statement.declarations.length === 1
        ? inList("declare")
        : refuse("it stands inside of a larger declaration");
    case "AssignmentExpression":
      return key === "right" && parentOf(module, parent)?.type === "ExpressionStatement"
        ? inList("assign")
        : refuse("it stands inside of a larger expression");
    case "ArrowFunctionExpression":
      return key === "body" ? { around: "arrow", replaced: outer } : refuse("it is a default value");
    default:
      return refuse("it stands inside of a larger expression");
  }
}
