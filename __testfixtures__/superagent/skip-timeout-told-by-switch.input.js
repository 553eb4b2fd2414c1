const superagent = require('superagent');

exports.load = async (url, say) => {
  try {
    return (await superagent.get(url).timeout({ deadline: 9000 })).body;
  } catch (err) {
    switch (err.code) {
      case 'ECONNABORTED':
        say('too slow');
        break;
      case 'ECONNREFUSED':
        say('down');
        break;
      default:
        say('failed with ' + err.status);
    }
    return null;
  }
};
