const superagent = require('superagent');

superagent.get('https://api.example.com/version').then((res) => {
  console.log(res.body.version);
});
