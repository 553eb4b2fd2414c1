import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

const notify = (event: string, data: object) => pusher.trigger('gallery', event, data);

export async function addPicture(id: string): Promise<void> {
  try {
    await notify('picture-added', { id });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('notify failed:', err.status, err.message);
    } else {
      console.error('notify failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
