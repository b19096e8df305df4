/** The whole path with the query. Express cuts the mount path off `url`, and keeps the whole in `originalUrl`. */
export function pathOf(req: { originalUrl?: string; url?: string | undefined }): string {
  return req.originalUrl ?? req.url ?? '/'
}

/** What is wrong when a handler stands at `mountedAt`; `null` when requests to `basePath` can come by there. */
export function mountProblem(basePath: string, mountedAt: string): string | null {
  const inside = (path: string, root: string) => path === root || path.startsWith(`${root}/`)
  const mount = mountedAt.replace(/\/+$/, '')
  // Express does not tell capitals from small letters.
  if (inside(basePath.toLowerCase(), mount.toLowerCase())) return null
  return (
    `The meeting routes are mounted at ${JSON.stringify(mountedAt)}, but their basePath is "${basePath}", so no ` +
    'request can reach them. basePath is the whole path: give createMeetings ' +
    `basePath: ${JSON.stringify(mount)}, or mount the handler without a path.`
  )
}
