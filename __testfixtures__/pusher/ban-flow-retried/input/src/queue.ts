export { retryQueue } from '@acme/queues';
