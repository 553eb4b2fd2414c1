import type { NextApiRequest, NextApiResponse } from 'next';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { documentId, patch } = req.body;
  try {
    await pusher.trigger(`document-${documentId}`, 'patch', { patch });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  res.status(204).end();
}
