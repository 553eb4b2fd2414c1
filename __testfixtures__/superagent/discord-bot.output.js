const { Client } = require('discord.js');
const superagent = require('superagent');

const client = new Client();

client.on('message', async (message) => {
  if (message.content !== '!dog') return;
  try {
    const { body } = await superagent.get('https://dogs.example.com/api/breeds/image/random');
    message.channel.send(body.message);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get or the code around it failed:', { status, code, message });
  }
});

client.login(process.env.TOKEN);
