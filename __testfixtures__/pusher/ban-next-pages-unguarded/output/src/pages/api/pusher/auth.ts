import type { NextApiRequest, NextApiResponse } from 'next';
import { pusher } from '../../../pusher';
import { userOf } from '../../../userOf';
import { isBlocked } from '../../../ban-flow';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const user = await userOf(req);
  if (await isBlocked(user.id)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.status(200).json(pusher.authenticate(req.body.socket_id, req.body.channel_name, { user_id: user.id }));
}
