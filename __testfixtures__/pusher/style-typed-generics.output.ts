import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

type Payload<E extends string, D> = { event: E; data: D };

export const publisher =
  <E extends string, D extends object>(channel: string) =>
  async <T extends Payload<E, D>>(payload: T): Promise<T> => {
    try {
      await pusher.trigger(channel, payload.event, payload.data);
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    return payload;
  };
