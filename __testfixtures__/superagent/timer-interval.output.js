const superagent = require('superagent');

setInterval(async () => {
  try {
    await superagent.get(process.env.HEARTBEAT_URL);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
  }
}, 60_000);
