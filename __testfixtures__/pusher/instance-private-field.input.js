import Pusher from 'pusher';

export class Telemetry {
  #client;

  constructor(url = process.env.PUSHER_URL) {
    this.#client = Pusher.forURL(url);
  }

  async report(device, value) {
    await this.#client.trigger('telemetry', 'sample', { device, value });
  }
}
