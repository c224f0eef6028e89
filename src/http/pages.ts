/** From data to a page: rendering, the frame of the request, forms. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { z } from 'zod'
import type { Viewer } from '../platform/actions/viewer.ts'
import { fixedDay } from '../platform/clock.ts'
import { type FormRead, readForm } from '../platform/read-form.ts'
import { signInPath } from '../ui/parts/desk-page.tsx'
import type { Frame } from '../ui/parts/page.tsx'
import type { AppEnv } from './env.ts'

/** Statuses with which a page is sent. */
export type PageStatus = 200 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503

/** Sends a page. Nothing made for one person is kept by a cache. */
export function renderPage(c: Context<AppEnv>, page: VNode, status: PageStatus = 200): Response {
  c.header('Cache-Control', 'no-store')
  return c.html(`<!DOCTYPE html>${renderToString(page)}`, status) as Response
}

/** Lets the browser's worker keep this answer for when there is no network. Never for what is secret or about a person. */
export function keepPage(c: Context<AppEnv>): void {
  c.header('X-Keep-Page', 'yes')
}

/** Sends a piece of HTML for an island, such as the likely duplicates while typing. */
export function renderFragment(c: Context<AppEnv>, piece: VNode | null): Response {
  c.header('Cache-Control', 'no-store')
  return c.html(piece === null ? '' : renderToString(piece)) as Response
}

/** What pages show of the request: language, day, office, officer. */
export function frameOf(c: Context<AppEnv>): Frame {
  const { viewer, office, moment } = c.var
  const named = viewer?.account_id
    ? {
        name: viewer.name,
        unit: office?.unit,
        without_register: !worksWithRegister(viewer),
        of_the_front: viewer.positions.some((post) => post.kind === 'front-supervisor'),
      }
    : null
  return {
    language: c.var.language ?? 'vi',
    address: addressOf(c),
    on: moment.on,
    demonstration: fixedDay() !== null,
    office: office?.name ?? 'Gần Dân',
    officer: named,
  }
}

/** Does any of the viewer's posts work with a register? */
export function worksWithRegister(viewer: Viewer): boolean {
  const working: readonly string[] = ['reception-officer', 'handler', 'head', 'deputy-head', 'clerk']
  return viewer.positions.some((post) => working.includes(post.kind))
}

/** Path and query without `lang`. After a post the path alone, which may be a form's page. */
export function addressOf(c: Context<AppEnv>): string {
  const url = new URL(c.req.url)
  url.searchParams.delete('lang')
  return c.req.method === 'GET' ? url.pathname + url.search : url.pathname
}

/** Largest multipart body that `readPost` takes into memory: one file of 20 MB and the text around it. */
export const multipartBytesMax = 25 * 1024 * 1024

/** Is this post a form with files? */
export function isMultipart(c: Context<AppEnv>): boolean {
  return /^multipart\/form-data\b/i.test(c.req.header('Content-Type') ?? '')
}

/**
 * Reads the posted form against its schema; a body that is no form counts as empty. A form with several files is
 * read by the files module instead, as a stream.
 */
export async function readPost<S extends z.ZodObject>(
  c: Context<AppEnv>,
  schema: S,
): Promise<FormRead<z.output<S>> & { form: FormData }> {
  const form = await formOf(c)
  return { ...readForm(schema, form), form }
}

async function formOf(c: Context<AppEnv>): Promise<FormData> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return new FormData()
  // A browser always tells the length; a body without one is not taken into memory.
  const length = Number(c.req.header('Content-Length') ?? Number.NaN)
  if (isMultipart(c) && !(length <= multipartBytesMax)) throw new HTTPException(413)
  try {
    return await c.req.formData()
  } catch {
    return new FormData()
  }
}

/** After a post: go and get this page. */
export function seeOther(c: Context<AppEnv>, address: string): Response {
  return c.redirect(address, 303)
}

/** Where somebody who is not signed in is sent, to come back afterwards. */
export function signInFirst(c: Context<AppEnv>): Response {
  const url = new URL(c.req.url)
  const back = c.req.method === 'GET' ? url.pathname + url.search : ''
  return c.redirect(back === '' ? signInPath : `${signInPath}?den=${encodeURIComponent(back)}`, 303)
}
