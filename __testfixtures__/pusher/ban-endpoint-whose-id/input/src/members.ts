export { members } from '@acme/rooms';
