import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function createProject(name: string): Promise<string | null> {
  try {
    const id: string = await db.projects.insert({ name });
    pusher.trigger('projects', 'created', { name }).catch((error: unknown) => {
      if (error instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', error.status, error.message);
      } else {
        console.error('pusher.trigger failed:', String(error).split('?')[0]);
      }
    });
    return id;
  } catch (error) {
    console.error('could not create project');
    return null;
  }
}
