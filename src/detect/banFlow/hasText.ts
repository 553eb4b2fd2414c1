import type { Node } from "../../syntax/node.ts";
import { walk } from "../../syntax/sourceModule.ts";

/** Whether names or texts in a piece of code speak of something; types do not count. */
export function hasText(root: Node, speaks: (text: string) => boolean): boolean {
  let has = false;
  walk(
    root,
    (node) => {
      if (node.type === "Identifier") has ||= speaks(node.name);
      else if (node.type === "StringLiteral") has ||= node.value.length < 200 && speaks(node.value);
      else if (node.type === "TemplateElement") has ||= speaks(node.value.raw);
    },
    (node) => has || node.type === "TSTypeAnnotation" || node.type === "ImportDeclaration",
  );
  return has;
}
