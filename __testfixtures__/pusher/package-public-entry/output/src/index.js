export { notify, notifyUser } from './notify.js';
