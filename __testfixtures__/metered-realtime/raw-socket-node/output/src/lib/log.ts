export const label = "chat";
