import Pusher = require('pusher');

const pusher = new Pusher({
  appId: '1029',
  key: process.env.PUSHER_KEY!,
  secret: process.env.PUSHER_SECRET!,
  cluster: 'ap1',
});

async function publishReading(sensor: string, celsius: number): Promise<void> {
  await pusher.trigger('sensors', 'reading', { sensor, celsius });
}

export = publishReading;
