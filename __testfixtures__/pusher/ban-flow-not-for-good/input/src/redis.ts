export { redis } from '@acme/redis';
