import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

async function publish(event: string): Promise<void> {
  const payload = { event, at: Date.now() };
  await pusher.trigger('mixed', event, payload);
}

export async function guarded(): Promise<void> {
  try {
    await publish('guarded');
  } catch (error) {
    console.error('not published');
  }
}

export async function unguarded(): Promise<void> {
  await publish('unguarded');
}
