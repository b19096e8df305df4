import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'

/** What lives at a path: the route per method. */
export type RouteMatch = Partial<Record<string, MeetingRouteName>>

/** The routes at `pathname`, by method; `null` when nothing of ours lives there. */
export function matchRoute(basePath: string, pathname: string): RouteMatch | null {
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname
  if (!path.startsWith(`${basePath}/`)) return null
  const rest = path.slice(basePath.length)
  const match: RouteMatch = {}
  for (const [name, route] of Object.entries(MEETING_ROUTES)) {
    if (route.path === rest) match[route.method] = name as MeetingRouteName
  }
  return Object.keys(match).length === 0 ? null : match
}

/** What `Allow` says for these routes. */
export function allowedMethods(match: RouteMatch): string {
  const methods = Object.keys(match)
  if (match.GET !== undefined) methods.push('HEAD')
  return [...methods, 'OPTIONS'].join(', ')
}
