import { checkMounts } from './check-mounts.ts'
import { inNext } from './hosts/next.ts'
import { inBun, inDeno, inWorkerd } from './hosts/runtimes.ts'

// The built package in the real runtimes, each a process of its own.
checkMounts('Bun', [inBun])
checkMounts('Deno', [inDeno])
checkMounts('workerd', [inWorkerd])
checkMounts('Next 16', [inNext])
