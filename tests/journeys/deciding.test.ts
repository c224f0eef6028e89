/** Help while deciding: a decision drafted from the file, kept and shown before it is issued; the next step; what the file lacks. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { stepLetters } from '../../src/http/step-letters.ts'
import { casePapers } from '../../src/law/case-file.ts'
import { proceedings } from '../../src/law/proceedings.ts'
import { accept } from '../../src/modules/complaints/accept.ts'
import { assignVerification } from '../../src/modules/complaints/assign-verification.ts'
import { holdDialogue } from '../../src/modules/complaints/hold-dialogue.ts'
import { reportVerification } from '../../src/modules/complaints/report-verification.ts'
import { classify } from '../../src/modules/petitions/classify.ts'
import { sweepDrafts } from '../../src/modules/petitions/drafts.ts'
import { proposeAcceptance } from '../../src/modules/petitions/propose-acceptance.ts'
import { record } from '../../src/modules/petitions/record.ts'
import type { AnyAction } from '../../src/platform/actions/action.ts'
import { perform } from '../../src/platform/actions/perform.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { newTrackingCode, prefixOfUnit } from '../../src/platform/tracking-code.ts'
import { idFrom, uuidv7 } from '../../src/platform/uuid.ts'
import { type House, housePassword, openHouse } from '../support/house.ts'
import { at, onDay, person } from '../support/office.ts'
import { against, complaintWords, unsignedConditions } from '../support/town.ts'

const day = '2026-11-20'
let house: House
const cookies: Record<string, string> = {}
before(async () => {
  house = await openHouse(day)
  for (const ten of ['chuyen.vien', 'chu.tich', 'van.thu', 'chu.tich.ban']) cookies[ten] = await signedIn(ten)
})
after(() => house?.close())

async function signedIn(ten: string): Promise<string> {
  const body = new URLSearchParams({ ten, 'mat-khau': housePassword, den: '/ban-lam-viec' })
  const headers = { Origin: house.address }
  const signed = await fetch(`${house.address}/dang-nhap`, { method: 'POST', redirect: 'manual', headers, body })
  return signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

async function get(who: string, path: string) {
  const answer = await fetch(house.address + path, { headers: { cookie: cookies[who]! }, redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}

async function post(who: string, path: string, fields: Record<string, string>) {
  const headers = { cookie: cookies[who]!, Origin: house.address }
  const body = new URLSearchParams(fields)
  const answer = await fetch(house.address + path, { method: 'POST', headers, body, redirect: 'manual' })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
}

/** A complaint that stands verified; the parties' views still differ unless told otherwise. */
async function verified(views_differ = true) {
  const unit_id = house.office.commune
  const as = (name: string) => onDay(house.db, { ...person(day), account_id: house.people[name]! }, day)
  const [desk, head, worker] = [await as('tiep.dan'), await as('chu.tich'), await as('chuyen.vien')]
  const take = (action: AnyAction, viewer: Viewer, id: string, input: object) =>
    perform(house.db, action, { viewer, unit_id, id, input, moment: at(day) })
  const petition = uuidv7()
  const code = newTrackingCode(await prefixOfUnit(house.db.pool, unit_id))
  await take(record, desk, petition, { received_on: day, source: 'post', signed: true, ...complaintWords, code })
  const conditions = [...unsignedConditions, 'signed']
  await take(classify, desk, petition, { kind: 'complaint', field: 'land', competence: 'ours', conditions })
  await take(proposeAcceptance, desk, petition, against)
  const id = idFrom(petition, 'point/1')
  await take(accept, head, id, { no_ground_applies: true, remote: false })
  const asked = { verifier_id: worker.account_id, plan: 'Đo lại ranh giới.' }
  await take(assignVerification, head, id, asked)
  const found = { findings: 'Thửa đất đo được 145 mét vuông.', proposal: 'Sửa diện tích thu hồi.', views_differ }
  await take(reportVerification, worker, id, found)
  const path = `/ho-so/${unit_id}/complaint/${id}`
  return { id, petition, path, take, head, worker }
}

test('papers and letters fit the book: each step exists, may be taken in that state, and writes what is said', () => {
  for (const [kind, papers] of Object.entries(casePapers)) {
    for (const [paper, row] of Object.entries(papers)) {
      const of = 'of' in row ? row.of : kind
      const workflow: Readonly<Record<string, { from: readonly string[] }>> =
        proceedings[of as keyof typeof proceedings].workflow
      const step = workflow[row.step]
      assert.ok(step, `${kind} ${paper}: ${row.step}`)
      if (!('of' in row))
        for (const state of row.states) assert.ok(step.from.includes(state), `${kind} ${paper} ${state}`)
    }
  }
  const folders = { petition: 'petitions', complaint: 'complaints', feedback: 'feedback' } as const
  for (const [kind, folder] of Object.entries(folders)) {
    const written = globSync(`src/modules/${folder}/*.ts`).flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      const step = /\n {2}step: '([a-z-]+)'/.exec(text)?.[1]
      const letter = /(?:complaintLetter|\bletter)\(\s*record!,\s*'([a-z-]+)'/.exec(text)?.[1]
      return step && letter && !file.endsWith('.test.ts') ? [[step, letter] as const] : []
    })
    const said = stepLetters[kind as keyof typeof stepLetters]
    assert.deepEqual(said, Object.fromEntries(written), 'a step that writes a letter has a row in step-letters.ts')
  }
})

test('the record page leads: what the file lacks, its article, the next step with its letter and last day', async () => {
  const { path, take, head, id } = await verified()
  const before_it = await get('chu.tich', path)
  assert.match(before_it.text, /Hồ sơ còn thiếu/)
  assert.match(before_it.text, /Biên bản đối thoại <span class="gd-cite">\(LKN 2011 Đ30, Đ34, Đ39\)/)
  assert.match(before_it.text, /gd-steps__next"><strong>Việc tiếp theo<\/strong><a[^>]*\/call-dialogue"/)
  await take(holdDialogue, head, id, { held_on: day, minutes: 'Hai bên thống nhất đo lại.', complainant_absent: false })
  const after_it = await get('chu.tich', path)
  assert.doesNotMatch(after_it.text, /Biên bản đối thoại <span/)
  assert.match(
    after_it.text,
    /gd-steps__next"><strong>Việc tiếp theo<\/strong><a[^>]*\/decide"[\s\S]*?Văn bản: Quyết định giải quyết khiếu nại[\s\S]*?Chậm nhất 21\/12\/2026/,
  )
  // Who may take nothing is offered nothing as next.
  const clerk = await get('van.thu', path)
  assert.doesNotMatch(clerk.text, /Việc tiếp theo<\/strong><a[^>]*\/decide"/)
})

test('a handler drafts what the head decides: filled from the file, kept on the server, shown whole, taken by the head alone', async () => {
  const { path, id } = await verified(false)
  const page = await get('chuyen.vien', path)
  assert.match(page.text, new RegExp(`${path}/decide/du-thao`))
  const form = await get('chuyen.vien', `${path}/decide/du-thao`)
  assert.match(form.text, /Thửa đất đo được 145 mét vuông\./)
  assert.match(form.text, /Sửa diện tích thu hồi\./)
  assert.match(form.text, /khiếu nại Quyết định 12\/QĐ-UBND ngày 02\/06\/2026/)
  // Not his to take, whatever he posts.
  assert.equal((await post('chuyen.vien', `${path}/decide`, {})).status, 404)
  const typed = {
    result: '',
    request: 'Đo lại đất.',
    verified: 'Đo được 145 m².',
    conclusion: 'Đúng một phần.',
    orders: '',
  }
  const faulty = await post('chuyen.vien', `${path}/decide/du-thao`, typed)
  assert.equal(faulty.status, 422)
  assert.match((await get('chuyen.vien', `${path}/decide/du-thao`)).text, /Đo được 145 m²\./)
  const kept = await post('chuyen.vien', `${path}/decide/du-thao`, { ...typed, result: 'partly-right' })
  assert.equal(kept.status, 303)
  const shown = await get('chuyen.vien', kept.to!.replace(/#.*/, ''))
  assert.match(shown.text, /<article class="gd-paper"/)
  assert.match(shown.text, /Sửa đổi hoặc hủy bỏ một phần: Quyết định 12/)
  assert.match(shown.text, /chịu trách nhiệm thi hành/)
  const word = await fetch(`${house.address}${path}/decide/du-thao.docx`, {
    headers: { cookie: cookies['chuyen.vien']! },
  })
  assert.equal(word.status, 200)
  assert.equal(
    Buffer.from(await word.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    'PK',
  )
  // No number was taken, nothing happened to the record.
  const { rows } = await house.db.pool.query(`select from document where record_id = $1 and kind = 'decision'`, [id])
  assert.equal(rows.length, 0)
  // The head finds it, changes a word, and decides; then the draft is gone.
  const found = await get('chu.tich', `${path}/decide`)
  assert.match(found.text, /Đang mở dự thảo của Lò Văn Xử/)
  assert.match(found.text, /Đo được 145 m²\./)
  const revision = /name="revision" value="(\d+)"/.exec(found.text)![1]!
  const signed = { ...typed, result: 'wrong', orders: 'Giữ nguyên quyết định.', revision }
  assert.equal((await post('chu.tich', `${path}/decide`, { ...signed, conclusion: '' })).status, 422)
  assert.match((await get('chu.tich', `${path}/decide`)).text, /Giữ nguyên quyết định\./)
  assert.equal((await post('chu.tich', `${path}/decide`, signed)).status, 303)
  const left = await house.db.pool.query('select from step_draft where record_id = $1', [id])
  assert.equal(left.rows.length, 0)
  assert.equal((await get('chuyen.vien', `${path}/decide/du-thao`)).status, 404)
})

test('a draft is nobody else’s: not another unit’s, not a clerk’s; it ends with its purpose', async () => {
  const { path, petition } = await verified(false)
  for (const who of ['chu.tich.ban', 'van.thu']) {
    assert.equal((await get(who, `${path}/decide/du-thao`)).status, 404)
    assert.equal((await post(who, `${path}/decide/du-thao`, { request: 'x' })).status, 404)
    assert.equal((await get(who, `${path}/decide/du-thao.docx`)).status, 404)
  }
  // A step that writes no letter, and one that is not due in this state.
  for (const step of ['correct', 'accept', 'khong-co'])
    assert.equal((await get('chu.tich', `${path}/${step}/du-thao`)).status, 404)
  // What no database holds does not break it.
  await post('chu.tich', `${path}/decide/du-thao`, { request: 'Bản \0nháp.' })
  assert.match((await get('chu.tich', `${path}/decide/du-thao`)).text, /Bản nháp\./)
  const sql = house.db.pool
  const count = async () => (await sql.query('select from step_draft')).rows.length
  assert.equal(await count(), 1)
  await sweepDrafts(sql, at(day).at.add({ hours: 24 * 80 }))
  assert.equal(await count(), 1)
  await house.owner.pool.query(
    `update step_draft set record_id = '${petition}'; update petition set state = 'sealed-away' where id = '${petition}'`,
  )
  await sql.query('select erase_sealed_away($1, $2, $3)', [house.office.commune, petition, day])
  assert.equal(await count(), 0)
})
