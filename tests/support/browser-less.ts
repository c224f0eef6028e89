/** A browser without a screen: cookies, forms as the page gives them, posts as a browser sends them. Enough to be hostile with. */
import assert from 'node:assert/strict'
import { type House, housePassword } from './house.ts'

type Fields = Readonly<Record<string, string | readonly string[] | File | readonly File[]>>

/** Text of HTML as a person reads it. */
function plain(html: string): string {
  return decode(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
}

function decode(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => named[name] ?? '')
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? decode(found[1] ?? '') : undefined
}

/** An answer: its status, its words, and its main form with what is in it. */
export class Page {
  readonly url: string
  readonly status: number
  readonly html: string
  readonly location: string | null
  readonly #browser: Browser

  constructor(browser: Browser, url: string, status: number, html: string, location: string | null) {
    this.#browser = browser
    this.url = url
    this.status = status
    this.html = html
    this.location = location
  }

  get text(): string {
    return plain(this.html)
  }

  /** The error summary's text. */
  get summary(): string {
    return plain(/<div class="govuk-error-summary">[\s\S]*?<\/ul>/.exec(this.html)?.[0] ?? '')
  }

  /** The error message at a field. */
  errorAt(field: string): string {
    return plain(new RegExp(`id="${field}-error"[^>]*>[\\s\\S]*?</p>`).exec(this.html)?.[0] ?? '')
  }

  /** The page's form: the first inside the main part that posts. */
  get form(): string {
    const main = /<main[\s\S]*<\/main>/.exec(this.html)?.[0] ?? this.html
    return /<form[^>]*method="post"[\s\S]*?<\/form>/.exec(main)?.[0] ?? ''
  }

  /** What the form's fields hold; of several boxes the last ticked. */
  get values(): Record<string, string> {
    const values: Record<string, string> = {}
    for (const [, name, value] of this.#entries()) values[name] = value
    return values
  }

  #entries(): [string, string, string][] {
    const found: [string, string, string][] = []
    for (const [tag] of this.form.matchAll(/<input\b[^>]*>/g)) {
      const name = attribute(tag, 'name')
      const type = attribute(tag, 'type') ?? 'text'
      if (!name || type === 'file') continue
      const box = type === 'radio' || type === 'checkbox'
      if (!box || attribute(tag, 'checked') !== undefined) found.push(['input', name, attribute(tag, 'value') ?? ''])
    }
    for (const [, tag, text] of this.form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g))
      found.push(['textarea', attribute(tag!, 'name') ?? '', decode(text ?? '')])
    for (const [, tag, inside] of this.form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
      const chosen = [...inside!.matchAll(/<option\b[^>]*>/g)].find(([one]) => attribute(one, 'selected') !== undefined)
      found.push(['select', attribute(tag!, 'name') ?? '', chosen ? (attribute(chosen[0], 'value') ?? '') : ''])
    }
    return found
  }

  /** Fills the form and posts it as a browser would. */
  submit(fields: Fields, how: { origin?: string | null } = {}): Promise<Page> {
    const open = /<form[^>]*>/.exec(this.form)?.[0]
    assert.ok(open, `a form on ${this.url}`)
    const typed: Record<string, Fields[string]> = {}
    for (const [, name, value] of this.#entries()) if (!(name in fields)) typed[name] = value
    const multipart = attribute(open, 'enctype') === 'multipart/form-data'
    return this.#browser.post(attribute(open, 'action') ?? this.url, { ...typed, ...fields }, { ...how, multipart })
  }
}

/** Somebody at a browser. */
export class Browser {
  readonly #house: Pick<House, 'address'>
  readonly #address: string
  readonly #cookies = new Map<string, string>()

  constructor(house: Pick<House, 'address'>, address = '10.0.0.1') {
    this.#house = house
    this.#address = address
  }

  /** An officer of the house who has signed in. */
  static async signedIn(house: Pick<House, 'address'>, name: string, password = housePassword): Promise<Browser> {
    const browser = new Browser(house, `10.9.0.${name.length}`)
    const form = await browser.get('/dang-nhap')
    const answer = await form.submit({ ten: name, 'mat-khau': password })
    assert.equal(answer.status, 303, answer.text.slice(0, 500))
    return browser
  }

  get(path: string): Promise<Page> {
    return this.#ask(path, { method: 'GET' })
  }

  /** Does it hold this cookie? */
  holds(cookie: string): boolean {
    return this.#cookies.has(cookie)
  }

  /** Posts these fields. `origin: null` sends none. */
  async post(path: string, fields: Fields, how: { origin?: string | null; multipart?: boolean } = {}): Promise<Page> {
    const origin = how.origin === undefined ? this.#house.address : how.origin
    const body = how.multipart ? new FormData() : new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
    return this.#ask(path, { method: 'POST', body, headers: origin === null ? {} : { Origin: origin } })
  }

  /** Opens a record by its code and follows to its page. */
  async track(code: string): Promise<Page> {
    const answer = await this.post('/tra-cuu', { ma: code })
    assert.equal(answer.status, 303, answer.text.slice(0, 500))
    return this.get(answer.location ?? '/')
  }

  async #ask(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('X-Forwarded-For', this.#address)
    const answer = await fetch(`${this.#house.address}${path}`, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return new Page(this, path, answer.status, await answer.text(), answer.headers.get('Location'))
  }
}
