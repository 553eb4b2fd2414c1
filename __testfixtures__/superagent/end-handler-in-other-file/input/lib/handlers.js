exports.checked = function (err, res) {
  if (err) {
    console.error('failed: ' + err.message);
    return;
  }
  console.log(res.status);
};

exports.unchecked = function (err, res) {
  console.log(res.status);
};
