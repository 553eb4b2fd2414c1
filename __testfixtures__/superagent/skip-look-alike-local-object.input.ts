const superagent = {
  cache: new Map<string, string>(),
  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.cache.get(key));
  },
};

export async function read(key: string): Promise<string | undefined> {
  return await superagent.get(key);
}
