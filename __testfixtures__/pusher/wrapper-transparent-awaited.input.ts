import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

const notify = (event: string, data: object) => pusher.trigger('gallery', event, data);

export async function addPicture(id: string): Promise<void> {
  await notify('picture-added', { id });
}
