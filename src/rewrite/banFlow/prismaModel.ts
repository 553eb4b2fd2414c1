import type { Dialect } from "./outboxText.ts";

/** The model for schema.prisma, as comment lines: a table that Prisma does not know is drift to it. */
export function prismaModelText(dialect: Dialect): string {
  const text = (length: number) => (dialect === "sqlite" ? "" : ` @db.VarChar(${length})`);
  return `// Its table, for schema.prisma:
//   model BanFlow {
//     userId         String  @id @map("user_id")${text(200)}
//     banId          String  @map("ban_id")${text(36)}
//     blocked        Int
//     terminateState String  @map("terminate_state")${text(20)}
//     attempts       Int
//     dueAt          BigInt  @map("due_at")
//     againAt        BigInt  @map("again_at")
//     claim          String?${text(36)}
//     lastError      String? @map("last_error")${text(200)}
//
//     @@map("ban_flow")
//   }
`;
}
