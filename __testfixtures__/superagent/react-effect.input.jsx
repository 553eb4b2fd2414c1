import React, { useEffect, useState } from 'react';
import request from 'superagent';

export function Todos() {
  const [todos, setTodos] = useState([]);

  useEffect(() => {
    request.get('/api/todos').then((res) => setTodos(res.body));
  }, []);

  return (
    <ul>
      {todos.map((todo) => (
        <li key={todo.id}>{todo.title}</li>
      ))}
    </ul>
  );
}
