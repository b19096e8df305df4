import { recognise } from './recognise.ts'

// biome-ignore lint/style/noDefaultExport: what Workers ask for.
export default {
  fetch: async (request: Request) => Response.json(await recognise(await request.json())),
}
