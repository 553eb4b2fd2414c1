import express from 'express';
import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
export const app = express();

app.post('/tasks', async (req, res) => {
  const task = await db.tasks.insert(req.body);
  await pusher.trigger('tasks', 'created', { title: req.body.title });
  res.status(201).json(task);
});
