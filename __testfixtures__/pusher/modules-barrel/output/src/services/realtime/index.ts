export { default as realtime } from './client';
export * from './names';
