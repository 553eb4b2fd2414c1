const superagent = require('superagent');

setInterval(async () => {
  await superagent.get(process.env.HEARTBEAT_URL);
}, 60_000);
