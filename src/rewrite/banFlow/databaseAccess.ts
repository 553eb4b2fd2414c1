import type { Dialect } from "./outboxText.ts";

/** How rows come out of Drizzle: as `rows`, as an array, as mysql2 gives them, or by methods of SQLite's own. */
type DrizzleRows = "rows" | "array" | "first" | "sqlite";
/** What the outbox speaks to. */
export type Library = "prisma" | "pg" | "postgres" | "pg-boss" | { readonly drizzle: DrizzleRows };

/** What is known of Drizzle's drivers. */
export const DRIZZLE_DRIVERS: Readonly<
  Record<string, { readonly rows: DrizzleRows; readonly dialect: Dialect }>
> = {
  "node-postgres": { rows: "rows", dialect: "postgresql" },
  "neon-http": { rows: "rows", dialect: "postgresql" },
  "neon-serverless": { rows: "rows", dialect: "postgresql" },
  "vercel-postgres": { rows: "rows", dialect: "postgresql" },
  pglite: { rows: "rows", dialect: "postgresql" },
  "postgres-js": { rows: "array", dialect: "postgresql" },
  mysql2: { rows: "first", dialect: "mysql" },
  "better-sqlite3": { rows: "sqlite", dialect: "sqlite" },
  libsql: { rows: "sqlite", dialect: "sqlite" },
  "bun-sqlite": { rows: "sqlite", dialect: "sqlite" },
};

function tagText(name: "read" | "write", body: string): string {
  const result = name === "read" ? "BanRow[]" : "unknown";
  return `function ${name}(tx⟨: Database⟩ = DB) {
  return (text⟨: TemplateStringsArray⟩, ...values⟨: (string | number)[]⟩)⟨: Promise<${result}>⟩ =>
    withDeadline(${body}, times.store, 'the database');
}
`;
}

function both(type: string, read: string, write: string, more = ""): string {
  const doc = "/** The project's client, or that of a transaction. */";
  return `\n⟨${doc}\n${type}\n\n⟩${more}${tagText("read", read)}\n${tagText("write", write)}`;
}

/** `read` and `write`: tags for SQL templates, on the project's own client (`DB`) or a transaction's. */
export function accessText(library: Library): string {
  if (library === "prisma")
    return both(
      "type Database = Pick<typeof DB, '$queryRaw' | '$executeRaw'>;",
      "() => tx.$queryRaw⟨<BanRow[]>⟩(text, ...values)",
      "() => tx.$executeRaw(text, ...values)",
    );
  if (library === "postgres")
    return both(
      "type Database = (text: TemplateStringsArray, ...values: (string | number)[]) => PromiseLike<readonly unknown[]>;",
      "async () => [...(await tx(text, ...values))]⟨ as BanRow[]⟩",
      "() => tx(text, ...values)",
    );
  if (library === "pg" || library === "pg-boss") {
    const method = library === "pg" ? "query" : "executeSql";
    return both(
      `interface Database {
  ${method}(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}`,
      `async () => (await tx.${method}(numbered(text), values)).rows⟨ as BanRow[]⟩`,
      `() => tx.${method}(numbered(text), values)`,
      `function numbered(text⟨: TemplateStringsArray⟩)⟨: string⟩ {
  return text.reduce((all, part, index) => all + '$' + index + part);
}

`,
    );
  }
  if (library.drizzle === "sqlite")
    return both(
      "type Database = Pick<typeof DB, 'all' | 'run'>;",
      "() => tx.all⟨<BanRow>⟩(sql(text, ...values))",
      "() => tx.run(sql(text, ...values))",
    );
  const rows = { rows: "result.rows", array: "[...result]", first: "result[0]" }[library.drizzle];
  return both(
    "type Database = Pick<typeof DB, 'execute'>;",
    `async () => {
      const result = await tx.execute(sql(text, ...values));
      return ${rows}⟨ as unknown as BanRow[]⟩;
    }`,
    "() => tx.execute(sql(text, ...values))",
  );
}
