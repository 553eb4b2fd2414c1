import express, { type ErrorRequestHandler } from 'express';
import { logger } from '../lib/logger';
import { startPresenceHeartbeat } from './jobs/presence-heartbeat';
import { requireUser } from './middleware/require-user';
import { avatarsRouter } from './routes/avatars';
import { messagesRouter } from './routes/messages';
import { moderationRouter } from './routes/moderation';
import { pusherAuthRouter } from './routes/pusher-auth';
import { roomsRouter } from './routes/rooms';

const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.use(requireUser);

app.use('/pusher', pusherAuthRouter);
app.use('/rooms', roomsRouter);
app.use('/messages', messagesRouter);
app.use('/moderation', moderationRouter);
app.use('/avatars', avatarsRouter);

const onError: ErrorRequestHandler = (err, req, res, _next) => {
  logger.error('request failed', { path: req.path, message: String(err.message) });
  res.status(500).json({ error: 'Something went wrong' });
};
app.use(onError);

const port = Number(process.env.PORT ?? 4000);
app.listen(port, () => logger.info('listening', { port }));
startPresenceHeartbeat();
