export { default as http } from 'superagent';
