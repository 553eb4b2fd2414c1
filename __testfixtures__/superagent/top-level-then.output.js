const superagent = require('superagent');

superagent.get('https://api.example.com/version').then((res) => {
  console.log(res.body.version);
}).catch((err) => {
  const { status, code, message } = err;
  console.error(
    'superagent.get or the code around it failed:',
    { status, code, message },
  );
});
