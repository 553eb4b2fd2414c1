export const channelOf = (id: string) => `private-${id}`;
