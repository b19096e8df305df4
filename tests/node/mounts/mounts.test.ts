import { checkMounts } from './check-mounts.ts'
import { inExpress4, inExpress5 } from './hosts/express.ts'
import { inFastify } from './hosts/fastify.ts'
import { inHono } from './hosts/hono.ts'
import { nodeHttp } from './hosts/node-http.ts'

checkMounts('node:http', nodeHttp)
checkMounts('Express 5', inExpress5)
checkMounts('Express 4', inExpress4)
checkMounts('Fastify 5', inFastify)
checkMounts('Hono', inHono)
