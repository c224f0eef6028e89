/** The OpenAPI 3.1 description of the API, made from the table of actions. */
import { z } from 'zod'
import type { AnyAction } from '../platform/actions/action.ts'
import { type Field, fieldsOf } from '../platform/read-form.ts'

type Json = Record<string, unknown>

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const answer = (description: string, schema: Json) => ({
  description,
  content: { 'application/json': { schema } },
})

const object = (properties: Json, required = Object.keys(properties)) => ({ type: 'object', properties, required })

const components = {
  securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gandan.session_token' } },
  schemas: {
    Performed: object({
      unit_id: { type: 'string', format: 'uuid' },
      id: { type: 'string', format: 'uuid' },
      revision: { type: 'integer' },
      numbers: { type: 'object', additionalProperties: { type: 'integer' } },
      repeated: { type: 'boolean', description: 'The same call had been performed before; nothing was written now.' },
    }),
    Refusal: object({
      code: { type: 'string' },
      sentence: { type: 'string' },
      cite: { type: 'string', description: 'Instrument and article.' },
    }),
    Faults: object({
      faults: {
        type: 'array',
        items: object({ field: { type: 'string' }, code: { type: 'string' }, sentence: { type: 'string' } }),
      },
    }),
  },
}

const unitAndId = ['unit', 'id'].map((name) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
  ...(name === 'id'
    ? { description: 'A step that creates a record takes an id the caller has chosen: a UUIDv7.' }
    : {}),
}))

/** What the schema of a field cannot say, since it is read by a function. */
const byField: Partial<Record<Field['field'], Json>> = {
  day: { type: 'string', format: 'date' },
  'yes-no': { type: 'boolean' },
  agree: { type: 'boolean' },
  number: { type: 'integer' },
}

/** The JSON schema of an action's input; files are uploaded with a form and are left out. */
function inputSchema(action: AnyAction): Json {
  const made = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  const fields = fieldsOf(action.input).filter(({ field }) => field !== 'file')
  const properties = fields.map(({ name, field }) => {
    const {
      field: _f,
      options: _o,
      width: _w,
      inputmode: _i,
      autocomplete: _a,
      bytes_max: _b,
      ...own
    } = made.properties?.[name] ?? {}
    return [name, { ...own, ...byField[field] }]
  })
  const required = fields.filter(({ required }) => required).map(({ name }) => name)
  return { type: 'object', properties: Object.fromEntries(properties), required, additionalProperties: false }
}

function operation(action: AnyAction): Json {
  const row = action.noun.workflow[action.step]
  const creates = row?.from.length === 0
  const body = object(
    {
      ...(creates
        ? {}
        : { revision: { type: 'integer', minimum: 0, description: 'The revision the caller has seen.' } }),
      input: inputSchema(action),
    },
    ['input'],
  )
  return {
    operationId: `${action.noun.kind}-${action.step}`,
    tags: [action.noun.kind],
    summary: `${action.step}: ${row?.from.join(', ') || 'new'} → ${row?.to}`,
    description: `${row?.cite}. By: ${row?.by.join(', ')}.${row?.needs.length ? ` Needs: ${row.needs.join(', ')}.` : ''}`,
    parameters: unitAndId,
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: {
      200: answer('Done.', ref('Performed')),
      404: answer('Not there, or not yours.', ref('Refusal')),
      409: answer('Not open now, or changed by somebody else meanwhile.', ref('Refusal')),
      422: answer('The input cannot be read.', ref('Faults')),
    },
  }
}

/** The whole description. */
export function openApi(actions: Readonly<Record<string, readonly AnyAction[]>>): Json {
  const paths: Record<string, Json> = {
    '/api/units/{unit}/tracking-code': {
      get: {
        summary: 'A new tracking code of the unit, for the field `code`.',
        parameters: unitAndId.slice(0, 1),
        responses: {
          200: answer('The code.', object({ code: { type: 'string' } })),
          404: answer('Not yours.', ref('Refusal')),
        },
      },
    },
  }
  for (const kind of ['petition', 'complaint', 'feedback']) {
    paths[`/api/units/{unit}/${kind}/{id}`] = {
      get: {
        tags: [kind],
        summary: 'The record, for officers who may see it.',
        parameters: unitAndId,
        responses: {
          200: answer('The record.', { type: 'object' }),
          404: answer('Not there, or not yours.', ref('Refusal')),
        },
      },
    }
  }
  for (const [kind, steps] of Object.entries(actions))
    for (const action of steps) paths[`/api/units/{unit}/${kind}/{id}/${action.step}`] = { post: operation(action) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gần Dân',
      version: '0.1.0',
      description:
        'Every step of a proceeding is one POST. What the law does not allow now is refused with its article.',
    },
    security: [{ session: [] }],
    paths,
    components,
  }
}
