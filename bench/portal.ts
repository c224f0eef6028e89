/** What a first visit to the portal costs on the wire: page and styles as they are sent to a browser, fonts aside. */
import { request } from 'node:http'
import { openHouse } from '../tests/support/house.ts'
import { type Bench, rounded } from './bench.ts'

/** Bytes on the wire of one answer, headers included, and its text where it was not compressed. */
function fetched(url: string, encoding: 'gzip' | 'identity'): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const head = response.rawHeaders.join('    ').length
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`))
        else resolve({ bytes: body.length + head, text: body.toString() })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The home page and everything it asks for: styles, scripts, images; the fonts come after the text can be read. */
export async function run(): Promise<Bench> {
  const house = await openHouse('2026-11-20')
  try {
    const { text } = await fetched(`${house.address}/`, 'identity')
    const page = await fetched(`${house.address}/`, 'gzip')
    const asked = [...text.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="(\/[^"]+)"[^>]*>/g)]
    const files = asked
      .filter(([tag]) => !/as="font"|rel="(?:alternate|canonical)"/.test(tag))
      .map(([, path]) => path ?? '')
    const sizes = await Promise.all([...new Set(files)].map((path) => fetched(house.address + path, 'gzip')))
    const others = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    const scripts = [...text.matchAll(/<script\b/g)].length
    return {
      name: 'portal: first visit on the wire, gzip, without fonts',
      figures: {
        page_kb: rounded(page.bytes / 1024),
        files: sizes.length,
        files_kb: rounded(others / 1024),
        scripts,
        scripts_max: 0,
        total_kb: rounded((page.bytes + others) / 1024),
        total_kb_max: 30,
      },
    }
  } finally {
    await house.close()
  }
}
