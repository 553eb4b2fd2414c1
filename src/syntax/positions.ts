import type * as t from "@babel/types";
import type { Node } from "./node.ts";

/** The place of a node under its parent. */
export interface Place {
  readonly parent: Node;
  readonly key: string;
  readonly index: number | null;
}

/** The identifiers that a pattern declares. */
export function patternIdentifiers(pattern: Node): t.Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((p) =>
        patternIdentifiers(p.type === "RestElement" ? p.argument : p.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((e) => (e ? patternIdentifiers(e) : []));
    case "AssignmentPattern":
      return patternIdentifiers(pattern.left);
    case "RestElement":
      return patternIdentifiers(pattern.argument);
    case "TSParameterProperty":
      return patternIdentifiers(pattern.parameter);
    default:
      return [];
  }
}

/** The assignment that an identifier is the target of, if any. */
export function writtenBy(identifier: Node, places: ReadonlyMap<Node, Place>): Node | null {
  for (let node = identifier; ;) {
    const place = places.get(node);
    if (!place) return null;
    const { parent, key } = place;
    if (parent.type === "AssignmentExpression") return key === "left" ? parent : null;
    if ((parent.type === "ForOfStatement" || parent.type === "ForInStatement") && key === "left")
      return parent;
    const isPattern =
      parent.type === "ObjectPattern" ||
      parent.type === "ArrayPattern" ||
      parent.type === "RestElement" ||
      (parent.type === "ObjectProperty" && key === "value") ||
      (parent.type === "AssignmentPattern" && key === "left");
    if (!isPattern) return null;
    node = parent;
  }
}

/** Whether an identifier at a place is a reference to a value, to a type, or neither (a key, a label, a declaration). */
export function positionOf({ parent, key }: Place): "value" | "type" | null {
  switch (parent.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return key === "object" || parent.computed ? "value" : null;
    case "ObjectProperty":
      return key === "value" || parent.computed ? "value" : null;
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassProperty":
    case "ClassAccessorProperty":
    case "TSDeclareMethod":
    case "TSPropertySignature":
    case "TSMethodSignature":
    case "TSEnumMember":
      if (key === "key" || key === "id")
        return parent.type !== "TSEnumMember" && parent.computed === true ? "value" : null;
      return key === "parameters" || key === "params" ? null : "value";
    case "ClassPrivateProperty":
      return key === "value" ? "value" : null;
    case "PrivateName":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
    case "ImportAttribute":
    case "MetaProperty":
    case "ExportNamespaceSpecifier":
    case "ExportDefaultSpecifier":
    case "TSNamespaceExportDeclaration":
    case "TSTypeParameter":
    case "TSFunctionType":
    case "TSConstructorType":
    case "TSCallSignatureDeclaration":
    case "TSIndexSignature":
    case "TSNamedTupleMember":
    case "TSImportType":
    case "TSDeclareFunction":
    case "FunctionTypeParam":
    case "ObjectTypeProperty":
      return null;
    case "ExportSpecifier":
      return key === "local" ? "value" : null;
    case "TSTypePredicate":
      return null;
    case "TSTypeReference":
    case "TSExpressionWithTypeArguments":
    case "GenericTypeAnnotation":
      return "type";
    case "TSQualifiedName":
      return key === "left" ? "type" : null;
    case "TSTypeQuery":
      return "value";
    default:
      return "value";
  }
}
