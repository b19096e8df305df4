// For Node, Bun and Deno: the question on standard input, the answers on standard output.
import { text } from 'node:stream/consumers'
import { recognise } from './recognise.ts'

console.log(JSON.stringify(await recognise(JSON.parse(await text(process.stdin)))))
