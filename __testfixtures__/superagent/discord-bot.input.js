const { Client } = require('discord.js');
const superagent = require('superagent');

const client = new Client();

client.on('message', async (message) => {
  if (message.content !== '!dog') return;
  const { body } = await superagent.get('https://dogs.example.com/api/breeds/image/random');
  message.channel.send(body.message);
});

client.login(process.env.TOKEN);
