import Pusher from 'pusher';

export class Telemetry {
  #client;

  constructor(url = process.env.PUSHER_URL) {
    this.#client = Pusher.forURL(url);
  }

  async report(device, value) {
    try {
      await this.#client.trigger('telemetry', 'sample', { device, value });
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
