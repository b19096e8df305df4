import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'

/**
 * The id that a request's path names, for the routes that have one. At a URL of the host's own it is found at the
 * same place before the path's end (`/whatever/<id>/cancel`), else in the query (`?id=`). Empty when there is none.
 */
export function idInPath(request: Request, route: MeetingRouteName): string {
  const { pathname, searchParams } = new URL(request.url)
  const [, end = ''] = MEETING_ROUTES[route].path.split(':id')
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname
  if (end === '' || !path.endsWith(end)) return searchParams.get('id') ?? ''
  const segment = path.slice(0, -end.length).split('/').at(-1) ?? ''
  return decoded(segment)
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
