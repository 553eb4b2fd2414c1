// What the ban-flow module uses of packages that are not installed here, as their own declarations have it.
declare module "pg" {
  interface QueryResult<R> {
    rows: R[];
    rowCount: number | null;
  }
  interface QueryConfig<I> {
    text: string;
    values?: I;
  }
  class ClientBase {
    query<R = unknown, I = unknown[]>(config: QueryConfig<I>, values?: I): Promise<QueryResult<R>>;
    query<R = unknown, I = unknown[]>(text: string | QueryConfig<I>, values?: I): Promise<QueryResult<R>>;
  }
  class PoolClient extends ClientBase {
    release(): void;
  }
  class Pool extends ClientBase {
    constructor(config?: { connectionString?: string | undefined });
    connect(): Promise<PoolClient>;
  }
}

declare module "postgres" {
  type Parameter = string | number | boolean | null;
  interface ISql {
    <T extends readonly (object | undefined)[] = Record<string, unknown>[]>(
      template: TemplateStringsArray,
      ...parameters: readonly Parameter[]
    ): Promise<T>;
    <T extends readonly unknown[]>(first: T, ...rest: string[]): { readonly first: T };
  }
  interface Sql extends ISql {
    begin<T>(work: (sql: ISql) => Promise<T>): Promise<T>;
  }
  export default function postgres(url: string): Sql;
}

declare module "drizzle-orm" {
  interface SQL<T = unknown> {
    readonly decoder: T;
  }
  export function sql<T>(strings: TemplateStringsArray, ...params: unknown[]): SQL<T>;
}
declare module "drizzle-orm/node-postgres" {
  import type { SQL } from "drizzle-orm";
  interface Database {
    execute(query: SQL | string): Promise<{ rows: Record<string, unknown>[] }>;
    transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>;
  }
  export function drizzle(url: string): Database;
}
declare module "drizzle-orm/postgres-js" {
  import type { SQL } from "drizzle-orm";
  interface Database {
    execute(query: SQL | string): Promise<Record<string, unknown>[] & Iterable<Record<string, unknown>>>;
    transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>;
  }
  export function drizzle(url: string): Database;
}
declare module "drizzle-orm/mysql2" {
  import type { SQL } from "drizzle-orm";
  interface Database {
    execute(query: SQL | string): Promise<[{ affectedRows: number }, unknown[]]>;
    transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>;
  }
  export function drizzle(url: string): Database;
}
declare module "drizzle-orm/better-sqlite3" {
  import type { SQL } from "drizzle-orm";
  interface Database {
    all<T = unknown>(query: SQL | string): T[];
    run(query: SQL | string): { changes: number };
  }
  export function drizzle(path: string): Database;
}

declare module "@prisma/client" {
  interface PrismaPromise<T> extends Promise<T> {
    readonly [Symbol.toStringTag]: "PrismaPromise";
  }
  interface Transaction {
    $queryRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): PrismaPromise<T>;
    $executeRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): PrismaPromise<number>;
  }
  export class PrismaClient implements Transaction {
    $queryRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): PrismaPromise<T>;
    $executeRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): PrismaPromise<number>;
    $transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  }
}

declare module "pg-boss" {
  export default class PgBoss {
    constructor(url: string);
    getDb(): { executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[]; rowCount: number }> };
  }
}
