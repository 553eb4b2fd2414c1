const superagent = require('superagent');

exports.run = async (client, message) => {
  await superagent.get('https://foxes.example.com/floof').end((err, res) => {
    message.channel.send(res.body.image);
  });
};
