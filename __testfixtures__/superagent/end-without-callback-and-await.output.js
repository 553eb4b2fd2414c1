const superagent = require('superagent');

exports.show = async (req, res) => {
  const pending = superagent.get('http://cms/pages/' + req.params.id);
  pending.end();
  const page = await pending;
  res.send(page.text);
};
