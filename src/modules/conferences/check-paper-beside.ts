/**
 * Papers are checked in a thread of their own, one at a time, with bounded memory and time: anybody may send a file over an
 * open call, and a file of some kilobytes can be built to take hours. Pages are answered meanwhile.
 */
import { Worker } from 'node:worker_threads'
import type { checkPaper } from './check-paper.ts'

type Said = Awaited<ReturnType<typeof checkPaper>>

/** Longest check of one file; a paper of a hundred pages takes two seconds. */
const longest_ms = 30_000
/** Memory of the thread; the largest text we take needs about 1.3 GB as a tree. */
const memory_mb_max = 1536
/** The thread goes home after so long without work. */
const rest_ms = 60_000

let thread: Worker | null = null
let resting: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()

/** As `checkPaper`; a file that takes too long or too much memory is too large. */
export function checkPaperBeside(bytes: Buffer, media_type: string, longest = longest_ms): Promise<Said> {
  const said = last.then(() => checkOne(bytes, media_type, longest))
  last = said.catch(() => undefined)
  return said
}

function checkOne(bytes: Buffer, media_type: string, longest: number): Promise<Said> {
  clearTimeout(resting)
  const worker = thread ?? start()
  const { promise, resolve, reject } = Promise.withResolvers<Said>()
  const tooMuch = () => resolve({ ok: false, code: 'paper-too-large' })
  const timer = setTimeout(tooMuch, longest)
  const fail = (fault: Error & { code?: string }) =>
    fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(fault)
  let answered = false
  const hear = (said: Said) => {
    answered = true
    resolve(said)
  }
  worker.once('message', hear).once('error', fail)
  worker.postMessage({ bytes, media_type })
  return promise.finally(async () => {
    clearTimeout(timer)
    worker.removeAllListeners('message').removeAllListeners('error')
    if (answered) resting = setTimeout(() => void end(worker), rest_ms).unref()
    else await end(worker)
  })
}

function start(): Worker {
  thread = new Worker(new URL('./check-paper-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory_mb_max },
  })
  // It keeps no program from ending.
  thread.unref()
  return thread
}

async function end(worker: Worker): Promise<void> {
  if (thread === worker) thread = null
  worker.on('error', () => undefined)
  await worker.terminate()
}
