import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

class Channel {
  async send(text: string): Promise<void> {
    await pusher.trigger('texts', 'sent', { text });
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
