/** What the benches of pages share: one connection of a signed-in officer, and a clock. */
import { type Agent, request } from 'node:http'
import { type House, housePassword } from './house.ts'

/** Gets the page over the agent's one connection; resolves when the last byte is here. */
export function get(url: string, agent: Agent, cookie: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { cookie } }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Signs in; resolves to the cookies. */
export async function signIn(house: House, ten: string): Promise<string> {
  const response = await fetch(`${house.address}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: house.address },
    body: new URLSearchParams({ ten, 'mat-khau': housePassword, den: '/ban-lam-viec' }),
  })
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
