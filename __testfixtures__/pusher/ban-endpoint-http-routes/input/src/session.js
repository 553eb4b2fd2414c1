export const sessionOf = (req) => ({ userId: req.headers.cookie });
export const bodyOf = async (req) => new URLSearchParams(await req.text());
