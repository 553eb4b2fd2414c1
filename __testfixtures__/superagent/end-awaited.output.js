const superagent = require('superagent');

exports.run = async (client, message) => {
  await superagent.get('https://foxes.example.com/floof').end((err, res) => {
    if (err) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
      return;
    }
    message.channel.send(res.body.image);
  });
};
