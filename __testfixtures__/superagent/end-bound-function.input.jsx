import React from 'react';
import request from 'superagent';

export class Comments extends React.Component {
  constructor(props) {
    super(props);
    this.state = { comments: [] };
  }

  componentDidMount() {
    request
      .get('/api/comments')
      .query({ post: this.props.post })
      .end(
        function (err, res) {
          this.setState({ comments: res.body });
        }.bind(this)
      );
  }

  render() {
    return <p>{this.state.comments.length} comments</p>;
  }
}
