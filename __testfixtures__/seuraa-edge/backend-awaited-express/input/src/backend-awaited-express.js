const express = require("express");
const { Client } = require("@seuraa/edge/backend");

const edge = new Client({ appKey: "k", appSecret: "s" });
const app = express();

app.post("/orders", async (req, res) => {
  await edge.channels.publish("private:orders", "order.created", req.body);
  res.status(201).end();
});
