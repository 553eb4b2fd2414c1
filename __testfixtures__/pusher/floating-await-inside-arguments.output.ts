import Pusher from 'pusher';
import { renderPreview } from './preview';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function draftSaved(draftId: string): Promise<void> {
  pusher.trigger('drafts', 'saved', { draftId, html: await renderPreview(draftId) }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
}
