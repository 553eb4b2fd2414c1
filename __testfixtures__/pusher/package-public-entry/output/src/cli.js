import { notifyUser } from './notify.js';

export async function run([userId, event]) {
  try {
    await notifyUser(userId, event);
  } catch (error) {
    console.error('not sent:', error.name);
    process.exitCode = 1;
  }
}
