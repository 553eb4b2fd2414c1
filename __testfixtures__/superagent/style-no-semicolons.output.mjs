import superagent from 'superagent'

export const subscribe = async (email) => {
  const list = process.env.LIST_ID
  try {
    await superagent.post(`https://lists.example.com/${list}/members`).send({ email })
  } catch (err) {
    const { status, code, message } = err
    console.error('superagent.post failed:', { status, code, message })
    throw err
  }
  return email
}
