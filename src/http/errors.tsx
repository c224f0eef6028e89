/** What a person sees when something cannot be done: the page of each status, in words. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { NotOpen, Stale, WrongInput } from '../platform/actions/errors.ts'
import type { Fault } from '../platform/input.ts'
import { log } from '../platform/log.ts'
import { Button } from '../ui/parts/button.tsx'
import { DeskPage } from '../ui/parts/desk-page.tsx'
import { shortInstant } from '../ui/parts/format.ts'
import { PortalPage } from '../ui/parts/portal-page.tsx'
import { type Language, words } from '../ui/words/words.ts'
import type { AppEnv, FrameDeps } from './env.ts'
import { frameOf, type PageStatus, renderPage } from './pages.ts'

/** Which page of the frame's `problems`. */
export type ProblemCode = 'not-found' | 'forbidden' | 'conflict' | 'too-large' | 'unprocessable' | 'too-many' | 'bug'

/** A problem as shown: its page, and a sentence of its own where the cause is known. */
export interface Problem {
  code: ProblemCode
  status: PageStatus
  /** Replaces the page's usual paragraph. */
  sentence?: string
  /** For scripts: what exactly was refused. */
  detail?: string
}

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'unprocessable',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'unprocessable',
  422: 'unprocessable',
  429: 'too-many',
}

const statusOf: Readonly<Record<ProblemCode, PageStatus>> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'too-large': 413,
  unprocessable: 422,
  'too-many': 429,
  bug: 500,
}

/** What an error means to the person in front of the screen. */
export function problemOf(error: unknown, c: Context<AppEnv>, deps: Pick<FrameDeps, 'refusal'>): Problem {
  const language = c.var.language ?? 'vi'
  if (error instanceof Stale)
    return { code: 'conflict', status: 409, detail: 'stale-revision', sentence: staleSentence(error, language) }
  if (error instanceof NotOpen) {
    if (error.status === 404) return { code: 'not-found', status: 404 }
    const sentence = deps.refusal?.(error.code, error.cite, language) ?? undefined
    return { code: 'conflict', status: 409, detail: error.code, sentence }
  }
  if (error instanceof WrongInput) {
    const sentence = keyServiceSentence(error, language)
    return { code: 'unprocessable', status: 422, detail: error.message, ...(sentence ? { sentence } : {}) }
  }
  if (error instanceof HTTPException) {
    const code = byStatus[error.status]
    if (code) return { code, status: statusOf[code] }
  }
  return { code: 'bug', status: 500 }
}

/** What an organisation's key service did not open, where no form is there to say it. */
function keyServiceSentence(error: WrongInput, language: Language): string | undefined {
  const code = error.faults.find((fault) => fault.code.startsWith('key-service-'))?.code
  const { faults } = words(language).frame
  const known = ['key-service-away', 'key-service-refuses', 'key-service-wrong'] as const
  const found = known.find((one) => one === code)
  return found && faults[found]()
}

/** Who changed the record since the form was opened, and when. */
export function staleSentence(error: Stale, language: Language): string {
  const { frame } = words(language)
  return frame.stale(error.by ?? frame.somebody, shortInstant(error.at))
}

/**
 * What a refused form shows above everything typed, and the status of its page; `sentence` says a lawful no in the
 * module's words. What tells nothing (404) and what is a bug is thrown on.
 */
export function refusedForm(
  error: unknown,
  language: Language,
  sentence: (code: string, cite: string) => string | undefined,
): { errors: readonly Fault[]; status: 409 | 422 } {
  if (error instanceof WrongInput) return { errors: error.faults, status: 422 }
  const no = (code: string, said: string | undefined) => ({
    errors: [{ field: '', code, sentence: said }],
    status: 409 as const,
  })
  if (error instanceof Stale) return no('stale-revision', staleSentence(error, language))
  if (error instanceof NotOpen && error.status === 409) return no(error.code, sentence(error.code, error.cite))
  throw error
}

/** Hono's error handler: a page, or JSON under `/api/`; a bug is logged with the request's id. */
export function onError(deps: Pick<FrameDeps, 'refusal'>) {
  return (error: Error, c: Context<AppEnv>): Response => {
    const problem = problemOf(error, c, deps)
    if (problem.code === 'bug') logBug(error, c)
    return answerProblem(c, problem)
  }
}

/** Answers with the page (or JSON) of this problem. */
export function answerProblem(c: Context<AppEnv>, problem: Problem): Response {
  if (new URL(c.req.url).pathname.startsWith('/api/')) return problemJson(c, problem)
  return renderPage(c, <ProblemPage c={c} problem={problem} />, problem.status)
}

function problemJson(c: Context<AppEnv>, problem: Problem): Response {
  const { problems } = words(c.var.language ?? 'vi').frame
  c.header('Cache-Control', 'no-store')
  const body = {
    code: problem.detail ?? problem.code,
    title: problems[problem.code].title,
    detail: problem.sentence ?? problems[problem.code].body,
    request_id: c.var.requestId,
  }
  return c.json(body, problem.status) as Response
}

function ProblemPage(props: { c: Context<AppEnv>; problem: Problem }) {
  const frame = frameOf(props.c)
  const { frame: sentences } = words(frame.language)
  const { title, body } = sentences.problems[props.problem.code]
  const Page = frame.officer ? DeskPage : PortalPage
  return (
    <Page frame={frame} title={title} wide={false}>
      <h1>{title}</h1>
      <p>{props.problem.sentence ?? body}</p>
      {props.problem.code === 'bug' && <p>{sentences.problem_id(props.c.var.requestId)}</p>}
      <Button href={frame.officer ? '/ban-lam-viec' : '/'} kind="secondary">
        {sentences.home}
      </Button>
    </Page>
  )
}

// The message and stack only: an error of the database also carries the row, which may name a person.
function logBug(error: Error, c: Context<AppEnv>) {
  const sqlstate = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const { name, message, stack } = error
  log.error(
    { request_id: c.var.requestId, method: c.req.method, error: { name, message, sqlstate, stack } },
    'request failed',
  )
}
