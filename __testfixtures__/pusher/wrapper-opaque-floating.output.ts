import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

async function publish(event: string, data: object): Promise<void> {
  const stamped = { ...data, at: Date.now() };
  await pusher.trigger('fleet', event, stamped);
}

export function truckMoved(truckId: string, lat: number, lng: number): void {
  publish('moved', { truckId, lat, lng }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('publish failed:', err.status, err.message);
    } else {
      console.error('publish failed:', String(err).split('?')[0]);
    }
  });
}
