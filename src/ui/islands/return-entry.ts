/**
 * Figures typed on a phone: the sums are checked at once, what is typed is kept on the device, and without a network it is
 * sent once there is one. The revision travels along, so that sending twice is once and a change by somebody else is seen.
 */

interface Check {
  what: string
  sides: number[][]
  equal: boolean
}

/** Characters kept at most. */
const draftMax = 20_000

/** Under this name the pressed button is kept with the fields. */
const pressedKey = '@pressed'

class ReturnEntry extends HTMLElement {
  #note: HTMLElement | null = null
  #timer = 0
  /** The button that was pressed, where the form has several. */
  #pressed = ''

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    this.#offer(form)
    form.addEventListener('input', () => {
      this.#check(form)
      this.#keep(form)
    })
    form.addEventListener('submit', (event) => {
      this.#pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
      this.#keep(form)
      if (navigator.onLine) return
      event.preventDefault()
      this.#wait(form)
    })
    this.#check(form)
  }

  disconnectedCallback() {
    this.#stop()
  }

  #key(): string {
    return `return:${this.dataset['draft'] ?? location.pathname}`
  }

  #keep(form: HTMLFormElement) {
    const entries = fieldsOf(form).flatMap((field) => (isOff(field) ? [] : [[field.name, field.value]]))
    const typed = JSON.stringify([...entries, [pressedKey, this.#pressed]])
    if (typed.length <= draftMax) localStorage.setItem(this.#key(), typed)
  }

  /** Drafts of this return at an earlier revision were sent, or somebody else has written since: they go. */
  #sweep() {
    const own = this.#key()
    const stem = own.slice(0, own.lastIndexOf('/') + 1)
    for (const key of Object.keys(localStorage)) if (key.startsWith(stem) && key !== own) localStorage.removeItem(key)
  }

  #offer(form: HTMLFormElement) {
    this.#sweep()
    const kept = localStorage.getItem(this.#key())
    if (!kept) return
    const typed = new Map<string, string>(JSON.parse(kept))
    // The worker brought the officer back: what was being sent stands in its fields again and waits for the network.
    if (location.hash === '#chua-gui') {
      this.#pressed = typed.get(pressedKey) ?? ''
      fill(form, typed)
      this.#wait(form)
      return
    }
    if (fieldsOf(form).every((field) => isAsKept(field, typed))) return
    const box = this.#say(this.dataset['found'] ?? '')
    box.append(
      ' ',
      button(this.dataset['restore'] ?? '', () => {
        fill(form, typed)
        this.#check(form)
        box.hidden = true
      }),
      button(this.dataset['discard'] ?? '', () => {
        localStorage.removeItem(this.#key())
        box.hidden = true
      }),
    )
  }

  #say(text: string): HTMLElement {
    this.#note ??= document.createElement('div')
    this.#note.className = 'gd-draft'
    this.#note.setAttribute('role', 'status')
    this.#note.textContent = text
    this.#note.hidden = false
    this.prepend(this.#note)
    return this.#note
  }

  #stop() {
    removeEventListener('online', this.#online)
    clearTimeout(this.#timer)
  }

  #online = () => {
    this.#stop()
    const form = this.querySelector('form')
    if (!form) return
    this.#say(this.dataset['sending'] ?? '')
    const pressed = [...form.querySelectorAll('button')].find((one) => one.name !== '' && one.value === this.#pressed)
    form.requestSubmit(pressed)
  }

  #wait(form: HTMLFormElement) {
    this.#keep(form)
    this.#say(this.dataset['offline'] ?? '').scrollIntoView({ block: 'center' })
    this.#stop()
    addEventListener('online', this.#online)
    this.#timer = window.setTimeout(() => this.#try(2000), 2000)
  }

  /** A browser often believes in a network that leads nowhere: the server itself is asked, less and less often. */
  async #try(waited_ms: number) {
    const answer = await fetch('/health', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
    if (answer?.ok) return this.#online()
    const wait_ms = Math.min(waited_ms * 2, 60_000)
    this.#timer = window.setTimeout(() => this.#try(wait_ms), wait_ms)
  }

  #check(form: HTMLFormElement) {
    const checks: Check[] = JSON.parse(this.dataset['checks'] ?? '[]')
    const figures = new Map(fieldsOf(form).map((field) => [Number(field.name.slice(1)), read(field.value)]))
    for (const { what, sides, equal } of checks) {
      const line = form.querySelector<HTMLElement>(`[data-check="${what}"]`)
      if (!line) continue
      const sums = sides.map((side) => side.map((no) => figures.get(no) ?? null).reduce(sum, 0))
      const known = sums.filter((one) => one !== null)
      const waiting = known.length < sums.length
      const holds = known.every((one, at) => at === 0 || (equal ? one === known[0] : (known[at - 1] ?? 0) <= one))
      const word = waiting ? this.dataset['waiting'] : holds ? this.dataset['ok'] : this.dataset['wrong']
      line.textContent = `${waiting ? '○' : holds ? '✓' : '▲'} ${what}: ${word ?? ''}`
    }
  }
}

const sum = (total: number | null, figure: number | null) => (total === null || figure === null ? null : total + figure)

/** As the server reads a figure; null where it is none yet. */
function read(typed: string): number | null {
  const text = typed.trim()
  const plain = /^\d{1,3}([. ]\d{3})+$/.test(text) ? text.replace(/[. ]/g, '') : text
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}

type Typed = HTMLInputElement | HTMLTextAreaElement

function fieldsOf(form: HTMLFormElement): Typed[] {
  return [...form.querySelectorAll<Typed>('input:not([type=hidden]), textarea')]
}

/** Round buttons and boxes, of which several bear one name. */
function isTicked(field: Typed): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
}

/** One that is not ticked says nothing. */
function isOff(field: Typed): boolean {
  return isTicked(field) && !field.checked
}

function isAsKept(field: Typed, typed: ReadonlyMap<string, string>): boolean {
  const kept = typed.get(field.name)
  return isTicked(field) ? field.checked === (kept === field.value) : (kept ?? '') === field.value
}

/** Puts what was kept into the fields again. */
function fill(form: HTMLFormElement, typed: ReadonlyMap<string, string>) {
  for (const field of fieldsOf(form)) {
    const kept = typed.get(field.name)
    if (isTicked(field)) field.checked = kept === field.value
    else field.value = kept ?? field.value
  }
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary'
  made.textContent = text
  made.addEventListener('click', onClick)
  return made
}

customElements.define('return-entry', ReturnEntry)
