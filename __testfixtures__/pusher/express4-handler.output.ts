import express from 'express';
import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = express();

app.post('/tasks', async (req, res, next) => {
  const task = await db.tasks.insert(req.body);
  try {
    await pusher.trigger('tasks', 'created', { title: req.body.title });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    return next(err);
  }
  res.status(201).json(task);
});
