const superagent = require('superagent');

(async () => {
  try {
    const res = await superagent.get('https://api.example.com/motd');
    console.log(res.text);
  } catch (err) {
    const { status, code, message } = err;
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
    process.exitCode = 1;
  }
})();
