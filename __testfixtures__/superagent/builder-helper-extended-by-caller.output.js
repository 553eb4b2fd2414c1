const superagent = require('superagent');

function jira(path) {
  return superagent
    .post('https://jira.example.com/rest/api/2' + path)
    .auth(process.env.JIRA_USER, process.env.JIRA_TOKEN);
}

exports.comment = async function (issue, body) {
  try {
    await jira(`/issue/${issue}/comment`).send({ body });
  } catch (err) {
    const { status, code, message } = err;
    console.error('jira failed:', { status, code, message });
    throw err;
  }
};
