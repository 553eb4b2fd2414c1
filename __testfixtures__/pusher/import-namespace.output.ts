import * as Pusher from 'pusher';

const channels = new Pusher({
  appId: process.env.PUSHER_APP_ID as string,
  key: process.env.PUSHER_KEY as string,
  secret: process.env.PUSHER_SECRET as string,
  cluster: 'mt1',
});

export class ShipmentEvents {
  async delivered(shipmentId: string): Promise<void> {
    try {
      await channels.trigger('shipments', 'delivered', { shipmentId });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
