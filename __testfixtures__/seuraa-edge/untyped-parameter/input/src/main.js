import { Client } from "@seuraa/edge/browser";
import { bind } from "./view";
const edge = new Client({ appKey: "k" });
bind(edge.channel("public:x"));
