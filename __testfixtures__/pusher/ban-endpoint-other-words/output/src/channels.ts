export { channels } from '@acme/channels';
