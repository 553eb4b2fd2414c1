import { Router } from 'express';
import asyncHandler from 'express-async-handler';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const router = Router();

router.post(
  '/lessons/:id/start',
  asyncHandler(async (req, res) => {
    await pusher.trigger(`lesson-${req.params.id}`, 'start', {});
    res.sendStatus(204);
  }),
);
