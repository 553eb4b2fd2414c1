export const logger = { info(t: string) {}, warn(t: string) {}, error(t: string) {} };
