import { getPusher } from './pusher.js';

export async function dishServed(table: number): Promise<void> {
  await getPusher().trigger('kitchen', 'served', { table });
}
