import { clients } from './lib/clients';

export async function publish(event: string): Promise<void> {
  const { us } = clients;
  const receivedAt = Date.now();
  try {
    await clients.eu.trigger('audit', event, { receivedAt });
    await us.trigger('events', event, {});
  } catch (err) {
    const { name, status, message } = err as { name?: string; status?: number; message?: string };
    if (name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', status, message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
