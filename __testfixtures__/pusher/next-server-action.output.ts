'use server';

import { revalidatePath } from 'next/cache';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function renameFolder(folderId: string, name: string) {
  try {
    await pusher.trigger(`folder-${folderId}`, 'renamed', { name });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  revalidatePath(`/folders/${folderId}`);
}
