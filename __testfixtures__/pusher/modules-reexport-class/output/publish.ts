import { clients } from './lib/clients';

export async function publish(event: string): Promise<void> {
  const { us } = clients;
  const receivedAt = Date.now();
  try {
    await clients.eu.trigger('audit', event, { receivedAt });
    await us.trigger('events', event, {});
  } catch (err) {
    if (
      err instanceof Error &&
      err.name === 'PusherRequestError' &&
      'status' in err
    ) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
