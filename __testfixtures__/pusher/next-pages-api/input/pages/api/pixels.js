import { pusher } from '../../lib/pusher';

export default async function handler(req, res) {
  const { x, y, colour } = req.body;
  await pusher.trigger('canvas', 'pixel', { x, y, colour });
  res.status(200).json({ ok: true });
}
