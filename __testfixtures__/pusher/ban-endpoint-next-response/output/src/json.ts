export { json } from '@acme/http';
