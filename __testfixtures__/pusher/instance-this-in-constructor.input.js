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
    await this.pusher.sendToUser(userId, event, data);
  }
}

module.exports = NotificationService;
