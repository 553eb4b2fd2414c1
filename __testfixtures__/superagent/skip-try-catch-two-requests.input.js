const superagent = require('superagent');

module.exports = async (message) => {
  try {
    const { body } = await superagent.get('https://memes.example.com/random');
    await superagent.post('https://stats.example.com/meme').send({ id: body.id });
    message.channel.send(body.url);
  } catch (e) {
    message.reply('no meme today');
  }
};
