/** `gandan import book --unit CODE --file X.xlsx [--by SIGN-IN-NAME] (--plan | --apply)`: an old reception book from the command line. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { moment as now } from '../../platform/clock.ts'
import type { Command, CommandContext } from '../../platform/command.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { citizen, viewerOfAccount } from '../people/viewer-of.ts'
import { run as runUnits } from '../units/import-command.ts'
import { refusedSentence, unitOfCode } from '../units/unit-of-code.ts'
import { WrongArguments } from '../units/units-command.ts'
import { guessLayout } from './columns.ts'
import { mayImport, startImport } from './import.ts'
import { type BookPlan, planBook } from './plan.ts'
import { readBook } from './read-book.ts'
import { keysStand, knownRows, runImport } from './run.ts'
import { UnreadableBook } from './sheet.ts'
import { nameOf } from './upload.ts'
import { fileSentence } from './views.tsx'

const usage = 'gandan import book --unit 02680 --file so-2025.xlsx [--head] [--by an.nguyen] --plan'
const shown_max = 200

interface Wanted {
  unit: string
  file: string
  by: string | undefined
  stage: 'regular' | 'head'
  apply: boolean
}

/** Runs the command: 0 where every row went (or would go) in, 1 where some stay out, 2 for wrong arguments. */
export const run: Command = async (args, house) => {
  if (args[0] === 'units') return runUnits(args, house)
  try {
    return await importBook(readArguments(args), house)
  } catch (error) {
    if (!(error instanceof WrongArguments)) throw error
    console.error(error.message)
    return 2
  }
}

function readArguments(args: readonly string[]): Wanted {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        unit: { type: 'string' },
        file: { type: 'string' },
        by: { type: 'string' },
        head: { type: 'boolean', default: false },
        plan: { type: 'boolean', default: false },
        apply: { type: 'boolean', default: false },
      },
    })
    if (positionals.length !== 1 || positionals[0] !== 'book') throw new Error('what to import is "book" or "units"')
    if (!values.unit || !values.file) throw new Error('--unit and --file are needed')
    if (values.plan === values.apply) throw new Error('either --plan or --apply is needed')
    return {
      unit: values.unit,
      file: values.file,
      by: values.by,
      stage: values.head ? 'head' : 'regular',
      apply: values.apply,
    }
  } catch (error) {
    throw new WrongArguments(`${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}; right: ${usage}`)
  }
}

async function importBook(wanted: Wanted, house: CommandContext): Promise<number> {
  const { db, today } = house
  const moment = { ...now(), on: today }
  const found = await unitOfCode(citizen(moment), db.pool, { code: wanted.unit, on: today })
  if ('refused' in found)
    throw new WrongArguments(`${refusedSentence(wanted.unit, today, found.refused)}; right: ${usage}`)
  const { unit } = found
  const viewer = await officerOf(wanted, unit.id, house)
  const sheets = await sheetsOf(wanted.file)
  const chosen = sheets.flatMap((sheet) => {
    const layout = guessLayout(sheet)
    return layout === null ? [] : [{ sheet, layout }]
  })
  if (chosen.length === 0)
    throw new WrongArguments(
      'no sheet has a header with day, name and content; import it on the page /ban-lam-viec/nhap-so, where columns can be chosen',
    )
  const keys = await keysStand({ db, viewer: viewer ?? citizen(moment), unit_id: unit.id, moment })
  const plan = await planBook(chosen, { today, keys: viewer ? keys : { ...keys, own: keys.intake } })
  const already = await knownRows({ db, unit_id: unit.id }, plan.rows)
  console.log(tell(plan, already))
  if (!wanted.apply || viewer === null) return plan.faults.length === 0 ? 0 : 1
  const run = { db, viewer, moment, import_id: uuidv7(), unit_id: unit.id, stage: wanted.stage }
  const input = { file_name: nameOf(basename(wanted.file)), stage: wanted.stage, rows: plan.rows.length }
  await perform(db, startImport, { viewer, unit_id: unit.id, id: run.import_id, input, moment })
  let said = 0
  const counts = await runImport(run, plan.rows, ({ done }) => {
    if (done < said + 1000) return
    said = done
    house.say(`${done} of ${plan.rows.length} rows`)
  })
  const { refusals } = words('en').imports
  const known: Readonly<Record<string, string>> = refusals
  console.log(
    [
      `imported ${run.import_id}: ${counts.visits} visits, ${counts.petitions} petitions, ${counts.sealed} sealed, ${counts.already} known before, ${counts.refused.length} refused`,
      ...counts.refused.slice(0, shown_max).map((row) => `  ${row.at}: ${known[row.code] ?? refusals.other}`),
    ].join('\n'),
  )
  return plan.faults.length + counts.refused.length === 0 ? 0 : 1
}

/** On whose behalf: a reception officer of the unit. A plan needs nobody. */
async function officerOf(wanted: Wanted, unit_id: string, { db, today }: CommandContext): Promise<Viewer | null> {
  if (wanted.by === undefined && !wanted.apply) return null
  const { rows } = await db.pool.query<{ id: string; sign_in_name: string }>(
    `select distinct a.id, a.sign_in_name from position p join account a on a.id = p.account_id and (a.closed_on is null or a.closed_on > $2)
     where p.unit_id = $1 and p.kind = 'reception-officer' and p.state <> 'void' and p.from_on <= $2 and (p.until_on is null or $2 < p.until_on)
     order by a.sign_in_name limit 20`,
    [unit_id, today.toString()],
  )
  const found = rows.find((row) => row.sign_in_name === wanted.by)
  const viewer = found && (await viewerOfAccount(db.pool, found.id, { ...now(), on: today }, 'import'))
  if (viewer && mayImport(viewer, unit_id)) return viewer
  const names = rows.map((row) => row.sign_in_name).join(', ')
  throw new WrongArguments(
    names === ''
      ? 'the unit has no reception officer on that day: give somebody the position first'
      : `say on whose behalf: --by one of ${names}; right: ${usage}`,
  )
}

async function sheetsOf(file: string) {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    throw new WrongArguments(`${file} cannot be read; right: ${usage}`)
  }
  try {
    return await readBook(bytes, basename(file))
  } catch (error) {
    if (error instanceof UnreadableBook) throw new WrongArguments(fileSentence(error.code, 'en'))
    throw error
  }
}

/** The dry run for a terminal: counts and faults, never a word of the book. */
function tell(plan: BookPlan, already: number): string {
  const say = words('en').imports
  const sealed = plan.rows.filter((row) => row.sealed).length
  const letters = plan.rows.filter((row) => row.kind !== null && !row.sealed).length
  const faults = plan.faults
    .slice(0, shown_max)
    .map(
      (fault) => `  ${say.cell(fault.sheet, fault.cell)}: ${say.columns[fault.column]}: ${say.cell_faults[fault.code]}`,
    )
  const rest = plan.faults.length - faults.length
  return [
    `${plan.rows.length} rows: ${letters} with a petition, ${sealed} to be sealed, ${already} known before; ${plan.skipped.length} left out`,
    ...(faults.length > 0 ? [`${plan.faults.length} errors by cell:`, ...faults] : []),
    ...(rest > 0 ? [`  ${say.dry.more(String(rest))}`] : []),
  ].join('\n')
}
