import { Router } from 'express';
import asyncHandler from 'express-async-handler';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const router = Router();

router.post(
  '/lessons/:id/start',
  asyncHandler(async (req, res) => {
    try {
      await pusher.trigger(`lesson-${req.params.id}`, 'start', {});
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    res.sendStatus(204);
  }),
);
