export * from './b.js';
export { publish } from './publish.js';
