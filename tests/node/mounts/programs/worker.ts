import { createSubject } from '../subject/create-subject.ts'
import { webCryptoVideo } from '../subject/web-crypto-video.ts'

const meetings = createSubject(webCryptoVideo)

// biome-ignore lint/style/noDefaultExport: this is how a worker is written.
export default { fetch: (request: Request) => meetings.fetch(request) }
