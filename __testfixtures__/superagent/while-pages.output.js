const superagent = require('superagent');

async function allPages(url) {
  const items = [];
  let page = 1;
  while (page) {
    try {
      const { body } = await superagent.get(url).query({ page, per_page: 100 });
      items.push(...body);
      page = body.length === 100 ? page + 1 : 0;
    } catch (err) {
      const { status, code, message } = err;
      console.error(
        'superagent.get or the code around it failed:',
        { status, code, message },
      );
      throw err;
    }
  }
  return items;
}

module.exports = allPages;
