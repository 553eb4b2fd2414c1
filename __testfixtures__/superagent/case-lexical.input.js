const superagent = require('superagent');

module.exports = async function command(name, reply) {
  switch (name) {
    case 'cat':
      const cat = await superagent.get('https://cats.example.com/random');
      reply(cat.body.file);
      break;
    case 'help':
      reply('try: cat');
      break;
  }
};
