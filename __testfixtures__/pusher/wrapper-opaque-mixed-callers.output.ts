import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

async function publish(event: string): Promise<void> {
  const payload = { event, at: Date.now() };
  try {
    await pusher.trigger('mixed', event, payload);
  } catch (error) {
    if (error instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', error.status, error.message);
    } else {
      console.error('pusher.trigger failed:', String(error).split('?')[0]);
    }
    throw error;
  }
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
