import { Router, type Request, type Response } from 'express';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const router = Router();

router.post('/rooms/:id/messages', async (req: Request, res: Response) => {
  await pusher.trigger(`room-${req.params.id}`, 'message', { text: req.body.text });
  res.status(201).end();
});
