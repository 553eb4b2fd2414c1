export const config = { host: "rms.metered.ca", path: "/v1" };
