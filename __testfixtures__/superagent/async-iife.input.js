const superagent = require('superagent');

(async () => {
  const res = await superagent.get('https://api.example.com/motd');
  console.log(res.text);
})();
