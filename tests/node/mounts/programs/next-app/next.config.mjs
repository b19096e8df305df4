// biome-ignore lint/style/noDefaultExport: this is how Next.js reads it.
export default {
  // The type check of the whole repository has seen these files already.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: process.env.MEETINGS_ROOT },
}
