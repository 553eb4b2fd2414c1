const Koa = require('koa');
const superagent = require('superagent');

const app = new Koa();

app.use(async (ctx) => {
  const res = await superagent.get('http://cms:1337' + ctx.path);
  ctx.body = res.text;
});

module.exports = app;
