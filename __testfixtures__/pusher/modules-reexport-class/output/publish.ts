import { clients } from './lib/clients';

export async function publish(event: string): Promise<void> {
  const { us } = clients;
  const receivedAt = Date.now();
  await clients.eu.trigger('audit', event, { receivedAt });
  await us.trigger('events', event, {});
}
