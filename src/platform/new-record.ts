/** Forms that create a record carry its id hidden, so that a double post is one record. */
import type { z } from 'zod'
import { uuid } from './input.ts'
import type { FormValues } from './read-form.ts'
import { uuidv7 } from './uuid.ts'

/** The schema of a creating step with the id of the record to be. */
export function withId(schema: z.ZodObject): z.ZodObject {
  return schema.extend({ id: uuid() })
}

/** What such a form starts with. */
export function startOf(): FormValues {
  return { id: uuidv7() }
}
