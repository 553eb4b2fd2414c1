import superagent from 'superagent';

export function upload(url: string, file: File) {
  const task = { url, request: superagent.post(url).attach('file', file) };
  return task;
}
