// the wheelbarrow, not the service
export const pusher = { trigger: async (what: string) => what };
