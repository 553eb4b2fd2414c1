const Pusher = require('pusher');

class NotificationService {
  constructor() {
    this.pusher = new Pusher({
      appId: process.env.PUSHER_APP_ID,
      key: process.env.PUSHER_KEY,
      secret: process.env.PUSHER_SECRET,
      cluster: 'eu',
    });
  }

  async toUser(userId, event, data) {
    try {
      await this.pusher.sendToUser(userId, event, data);
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}

module.exports = NotificationService;
