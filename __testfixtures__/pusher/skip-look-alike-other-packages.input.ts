import axios from 'axios';
import express from 'express';
import request from 'supertest';
import PushNotifications from '@pusher/push-notifications-server';

const beams = new PushNotifications({ instanceId: 'i', secretKey: 's' });
const app = express();
const cache = new Map<string, string>();

export async function run(): Promise<void> {
  app.get('/channels', (req, res) => res.json(cache.get(req.path)));
  await axios.post('/events', {});
  await request(app).get('/channels');
  await beams.publishToUsers(['u'], {});
}
