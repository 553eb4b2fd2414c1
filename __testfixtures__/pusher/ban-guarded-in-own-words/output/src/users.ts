export { getUser, requireActive } from '@acme/users';
