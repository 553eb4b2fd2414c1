import type { NextApiRequest, NextApiResponse } from 'next';
import { db } from '@/lib/db';
import { pusher, roomChannel } from '@/lib/pusher';
import { userFromToken } from '@/lib/session';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();

  const user = await userFromToken(req.headers.authorization);
  if (!user) return res.status(401).json({ error: 'Not signed in' });

  const { messageId, emoji } = req.body;
  const message = await db.messages.react(messageId, user.id, emoji);
  if (!message) return res.status(404).json({ error: 'No such message' });

  await pusher.trigger(roomChannel(message.roomId), 'message:reaction', {
    id: message.id,
    reactions: message.reactions,
  });
  return res.status(200).json({ reactions: message.reactions });
}
