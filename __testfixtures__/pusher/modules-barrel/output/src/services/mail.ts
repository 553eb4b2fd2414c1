export const realtime = { trigger: async () => undefined };
export const send = async (to: string) => to;
