const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.refresh = async (spinner) => {
  spinner.start();
  try {
    const response = await pusher.get({ path: '/channels' });
    return await response.json();
  } catch (e) {
    spinner.fail(e.name);
    return { channels: {} };
  } finally {
    spinner.stop();
  }
};
