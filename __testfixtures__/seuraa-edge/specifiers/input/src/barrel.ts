export { Client as EdgeClient } from "@seuraa/edge/backend";
export * from "@seuraa/edge/browser";
