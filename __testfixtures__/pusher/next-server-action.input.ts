'use server';

import { revalidatePath } from 'next/cache';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function renameFolder(folderId: string, name: string) {
  await pusher.trigger(`folder-${folderId}`, 'renamed', { name });
  revalidatePath(`/folders/${folderId}`);
}
