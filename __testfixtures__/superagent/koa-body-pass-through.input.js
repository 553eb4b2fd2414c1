const { PassThrough } = require('stream');
const superagent = require('superagent');

module.exports = async (ctx) => {
  ctx.type = 'image/png';
  ctx.body = superagent.get(ctx.query.url).pipe(new PassThrough());
};
