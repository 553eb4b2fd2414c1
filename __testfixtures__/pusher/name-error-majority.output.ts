import Pusher from 'pusher';
import { store } from './store';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function load(key: string): Promise<string | null> {
  try {
    return await store.get(key);
  } catch (error) {
    console.error('load failed', key);
    return null;
  }
}

export async function save(key: string, value: string): Promise<void> {
  try {
    await store.set(key, value);
  } catch (error) {
    console.error('save failed', key);
    throw error;
  }
  try {
    await pusher.trigger('store', 'saved', { key });
  } catch (error) {
    if (error instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', error.status, error.message);
    } else {
      console.error('pusher.trigger failed:', String(error).split('?')[0]);
    }
    throw error;
  }
}
