/** The thread that checks papers: one file after another, as it is handed them. */
import { parentPort } from 'node:worker_threads'
import { checkPaper } from './check-paper.ts'

parentPort?.on('message', ({ bytes, media_type }: { bytes: Uint8Array; media_type: string }) => {
  // A fault that is no answer ends the thread: whoever waits is told by its end.
  void checkPaper(Buffer.from(bytes), media_type).then((said) => parentPort?.postMessage(said))
})
