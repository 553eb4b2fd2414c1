export const db = { message: { async create(x: { data: unknown }) { return { ...(x.data as object), roomId: "1" }; } } };
