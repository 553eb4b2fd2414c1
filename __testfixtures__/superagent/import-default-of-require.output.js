const superagent = require('superagent').default;

exports.title = async (url) => {
  try {
    const { text } = await superagent.get(url);
    return /<title>(.*?)<\/title>/.exec(text)?.[1];
  } catch (err) {
    const { status, code, message } = err;
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
    throw err;
  }
};
