import type { Modules } from "../../resolve/modules.ts";
import type { Dialect } from "./outboxText.ts";
import type { PackageFiles } from "./packageFiles.ts";

const DIALECTS: Readonly<Record<string, Dialect>> = {
  postgresql: "postgresql",
  postgres: "postgresql",
  cockroachdb: "postgresql",
  mysql: "mysql",
  sqlite: "sqlite",
};
const PLACES = [
  "prisma/schema.prisma",
  "prisma/schema/schema.prisma",
  "schema.prisma",
  "src/prisma/schema.prisma",
];

/** The dialect that the schema's data source speaks. */
export function prismaDialect(
  clientFile: string | undefined,
  { root, dir }: PackageFiles,
  { graph }: Modules,
): Dialect | { readonly reason: string } {
  const own = clientFile === undefined ? [] : [graph.manifestOf(clientFile)?.dir ?? root];
  for (const folder of new Set([...own, dir, root])) {
    for (const place of PLACES) {
      const schema = graph.read(`${folder}/${place}`);
      const provider = /^\s*datasource\s+\w+\s*\{[^}]*?\bprovider\s*=\s*"(\w+)"/m.exec(schema ?? "")?.[1];
      if (provider === undefined) continue;
      return DIALECTS[provider] ?? { reason: `Prisma's ${provider} has no SQL that the outbox speaks` };
    }
  }
  return { reason: "no schema.prisma was found that says which database Prisma speaks to" };
}
