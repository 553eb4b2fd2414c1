export { block, isBlocked, terminate, unblock } from '@acme/bans';
