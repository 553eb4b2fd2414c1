const superagent = require('superagent');

exports.handler = async (event) => {
  const alarm = JSON.parse(event.Records[0].Sns.Message);
  try {
    const res = await superagent.post(process.env.SLACK_HOOK).send({ text: alarm.NewStateReason });
    return { statusCode: res.status };
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  }
};
