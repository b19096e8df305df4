import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const NAME = '@twilio/video-processors'
const VENDOR = dirname(createRequire(import.meta.url).resolve(`${NAME}/package.json`))
const FILE = 'video-processors.js'
/** What the processors load at run time; the rest of the folder is their own code. */
const IS_ASSET = /^(tflite-.*|.*\.tflite|.*-worker\.js)$/

/** Has our code import the file that `packBackground` writes. */
export const backgroundVendor: Plugin = {
  name: 'background-vendor',
  setup(builder) {
    builder.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path: `./${FILE}`, external: true }))
  },
}

/**
 * Twilio's background processors, inside our package: their code as a module of its own (a CommonJS package among ours
 * would put its helpers into what every page loads), and in `background/` the model, what runs it and the workers, for
 * a host to serve. Code and files of another version do not fit each other.
 */
export async function packBackground(folder: string): Promise<void> {
  const assets = join(folder, 'background')
  await mkdir(assets, { recursive: true })
  const built = join(VENDOR, 'dist/build')
  const names = (await readdir(built)).filter((name) => IS_ASSET.test(name))
  await Promise.all([
    ...names.map((name) => copyFile(join(built, name), join(assets, name))),
    copyFile(join(VENDOR, 'LICENSE.md'), join(assets, 'LICENSE.md')),
    // They are classic scripts, in a package of modules.
    writeFile(join(assets, 'package.json'), '{ "type": "commonjs" }\n'),
    build({
      stdin: { contents: `export { ${USED.join(', ')} } from '${NAME}'`, resolveDir: import.meta.dirname },
      bundle: true,
      format: 'esm',
      target: 'es2022',
      // Code that nobody reads here, and the paths of this computer are in it otherwise. Licences stay.
      minify: true,
      outfile: join(folder, FILE),
      logLevel: 'error',
    }),
  ])
}

const USED = ['GaussianBlurBackgroundProcessor', 'VirtualBackgroundProcessor', 'ImageFit']
