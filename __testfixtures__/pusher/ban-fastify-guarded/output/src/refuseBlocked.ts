export async function refuseBlocked(request, reply) {
  if (request.user.isBlocked) await reply.code(403).send();
}
