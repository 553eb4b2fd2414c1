import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

class Channel {
  async send(text: string): Promise<void> {
    try {
      await pusher.trigger('texts', 'sent', { text });
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

class CountingChannel extends Channel {
  sent = 0;

  override async send(text: string): Promise<void> {
    await super.send(text);
    this.sent += 1;
  }
}

export const say = (text: string) => new CountingChannel().send(text);
