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
          if (err) {
            const { status, code, message } = err;
            console.error('superagent.get failed:', { status, code, message });
            return;
          }
          this.setState({ comments: res.body });
        }.bind(this)
      );
  }

  render() {
    return <p>{this.state.comments.length} comments</p>;
  }
}
