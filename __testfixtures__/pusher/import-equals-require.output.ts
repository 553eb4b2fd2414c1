import Pusher = require('pusher');

const pusher = new Pusher({
  appId: '1029',
  key: process.env.PUSHER_KEY!,
  secret: process.env.PUSHER_SECRET!,
  cluster: 'ap1',
});

async function publishReading(sensor: string, celsius: number): Promise<void> {
  try {
    await pusher.trigger('sensors', 'reading', { sensor, celsius });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}

export = publishReading;
