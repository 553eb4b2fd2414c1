import superagent from 'superagent'

export const subscribe = async (email) => {
  const list = process.env.LIST_ID
  await superagent.post(`https://lists.example.com/${list}/members`).send({ email })
  return email
}
