const express = require("express");
const { Client } = require("@seuraa/edge/backend");
const { edgeHttpStatus } = require("./seuraa-errors");

const edge = new Client({ appKey: "k", appSecret: "s" });
const app = express();

app.post("/orders", async (req, res, next) => {
  try {
    await edge.channels.publish("private:orders", "order.created", req.body);
  } catch (err) {
    console.error(
      "edge.channels.publish failed:",
      edgeHttpStatus(err) ?? String(err),
    );
    return next(err);
  }
  res.status(201).end();
});
