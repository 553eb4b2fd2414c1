const superagent = require('superagent');

module.exports = async function command(name, reply) {
  switch (name) {
    case 'cat':
      try {
        const cat = await superagent.get('https://cats.example.com/random');
        reply(cat.body.file);
      } catch (err) {
        const { status, code, message } = err;
        console.error(
          'superagent.get or the code around it failed:',
          { status, code, message },
        );
        throw err;
      }
      break;
    case 'help':
      reply('try: cat');
      break;
  }
};
