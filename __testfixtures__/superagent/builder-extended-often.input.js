const request = require('superagent');

module.exports = async (url, options) => {
  let req = request.get(url);
  if (options.a) req = req.set('a', options.a);
  if (options.b) req = req.set('b', options.b);
  if (options.c) req = req.set('c', options.c);
  if (options.d) req = req.query({ d: options.d });
  if (options.e) req = req.query({ e: options.e });
  if (options.f) req = req.timeout(options.f);
  for (const name of options.names) req = req.set(name, '1');
  const { body } = await req;
  return body;
};
