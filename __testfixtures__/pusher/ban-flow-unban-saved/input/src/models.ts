export { User } from '@acme/models';
