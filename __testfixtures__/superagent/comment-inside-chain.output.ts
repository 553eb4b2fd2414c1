import superagent from 'superagent';

export async function openIssue(repo: string, title: string): Promise<void> {
  // The token needs the scope "issues".
  try {
    await superagent
      .post(`https://git.example.com/api/repos/${repo}/issues`)
      .set('Authorization', `token ${process.env.GIT_TOKEN}`) // a personal token
      .send({ title });
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  }
}
