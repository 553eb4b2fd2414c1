import express from 'express';
import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const router = express.Router();

router.delete('/photos/:id', async (req, res, next) => {
  try {
    await db.photos.remove(req.params.id);
  } catch (error) {
    return next(error);
  }
  try {
    await pusher.trigger('photos', 'removed', { id: req.params.id });
  } catch (error) {
    if (error instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', error.status, error.message);
    } else {
      console.error('pusher.trigger failed:', String(error).split('?')[0]);
    }
    return next(error);
  }
  return res.sendStatus(204);
});
