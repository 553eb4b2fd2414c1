import React, { useEffect, useState } from 'react';
import request from 'superagent';

export function Todos() {
  const [todos, setTodos] = useState([]);

  useEffect(() => {
    request.get('/api/todos').then((res) => setTodos(res.body)).catch((err) => {
      const { status, code, message } = err;
      console.error(
        'superagent.get or the code around it failed:',
        { status, code, message },
      );
    });
  }, []);

  return (
    <ul>
      {todos.map((todo) => (
        <li key={todo.id}>{todo.title}</li>
      ))}
    </ul>
  );
}
