import { createRoomNewsDesk } from '../launch/room-news-desk.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { readNewsRequest } from './read-news-request.ts'
import type { RouteDeps } from './routes.ts'

/** Reads a status callback and hands it to the desk. Throws what both throw. */
export async function takeNews<User extends MeetingsUser>(
  { news, publicBase, bodyMs }: RouteDeps<User>,
  request: Request,
  requestId: string,
): Promise<void> {
  await createRoomNewsDesk(news).take(await readNewsRequest(request, publicBase, bodyMs), requestId)
}
