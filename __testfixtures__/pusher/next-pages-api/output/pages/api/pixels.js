import Pusher from 'pusher';
import { pusher } from '../../lib/pusher';

export default async function handler(req, res) {
  const { x, y, colour } = req.body;
  try {
    await pusher.trigger('canvas', 'pixel', { x, y, colour });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  res.status(200).json({ ok: true });
}
