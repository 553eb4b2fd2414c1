const Pusher = require('pusher');

class Counter {
  constructor() {
    this.pusher = Pusher.forURL(process.env.PUSHER_URL);
    this.count = 0;
  }

  increment() {
    this.count += 1;
    (async () => {
      await this.pusher.trigger('counter', 'incremented', { count: this.count, by: arguments.length });
    })().catch((err) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    });
  }
}

module.exports = { Counter };
