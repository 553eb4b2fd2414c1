export const label = "realtime";
