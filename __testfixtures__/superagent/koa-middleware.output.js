const Koa = require('koa');
const superagent = require('superagent');

const app = new Koa();

app.use(async (ctx) => {
  try {
    const res = await superagent.get('http://cms:1337' + ctx.path);
    ctx.body = res.text;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
});

module.exports = app;
