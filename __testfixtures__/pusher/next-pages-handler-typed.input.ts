import type { NextApiRequest, NextApiResponse } from 'next';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { documentId, patch } = req.body;
  await pusher.trigger(`document-${documentId}`, 'patch', { patch });
  res.status(204).end();
}
