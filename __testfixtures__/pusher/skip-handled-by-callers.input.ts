import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

async function publish(event: string): Promise<void> {
  const at = Date.now();
  await pusher.trigger('stage', event, { at });
}

export async function open(): Promise<void> {
  try {
    await publish('open');
  } catch (error) {
    console.error('stage not opened');
  }
}

export function close(): void {
  publish('close').catch((error: Error) => console.error('stage not closed', error.name));
}
