export { db } from '@acme/db';
