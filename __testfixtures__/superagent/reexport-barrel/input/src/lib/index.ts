export * from './http';
export const version = 3;
