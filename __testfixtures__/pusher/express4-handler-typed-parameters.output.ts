import { Router, type Request, type Response } from 'express';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const router = Router();

router.post('/rooms/:id/messages', async (req: Request, res: Response, next) => {
  try {
    await pusher.trigger(`room-${req.params.id}`, 'message', { text: req.body.text });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    return next(err);
  }
  res.status(201).end();
});
