/** Something the person at the keyboard must mend: one sentence on stderr, exit code 2, no stack. */
export class Stop extends Error {
  readonly exit_code = 2

  constructor(vietnamese: string, english: string) {
    super(`${vietnamese} / ${english}`)
    this.name = 'Stop'
  }
}

/** The error's code, such as `ENOSPC` or a SQLSTATE; undefined where it has none. */
export function codeOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return undefined
  return typeof fault.code === 'string' ? fault.code : undefined
}

/** The sentence of a fault, whatever was thrown. */
export function sentenceOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}
