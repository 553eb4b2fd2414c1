const superagent = require('superagent');

async function allPages(url) {
  const items = [];
  let page = 1;
  while (page) {
    const { body } = await superagent.get(url).query({ page, per_page: 100 });
    items.push(...body);
    page = body.length === 100 ? page + 1 : 0;
  }
  return items;
}

module.exports = allPages;
