const Pusher = require('pusher');

class Counter {
  constructor() {
    this.pusher = Pusher.forURL(process.env.PUSHER_URL);
    this.count = 0;
  }

  increment() {
    this.count += 1;
    this.pusher.trigger('counter', 'incremented', { count: this.count, by: arguments.length });
  }
}

module.exports = { Counter };
