/** Where the page of an origin is, by its kind: for officers and, where it has one, for everybody. */
import { recordPath } from '../../ui/parts/letter.tsx'

interface OriginPaths {
  desk: ((origin: { unit_id: string; id: string }) => string) | null
  public: ((origin: { unit_id: string; id: string }) => string) | null
}

const origins: Readonly<Record<string, OriginPaths>> = {
  'field-visit': { desk: (origin) => recordPath('field-visit', origin), public: null },
  dialogue: {
    desk: ({ unit_id, id }) => `/doi-thoai-truc-tiep/${unit_id}/${id}`,
    public: ({ unit_id, id }) => `/doi-thoai/${unit_id}/${id}`,
  },
  meeting: {
    desk: ({ unit_id, id }) => `/hoi-hop/${unit_id}/${id}`,
    public: ({ unit_id, id }) => `/hoi-nghi/${unit_id}/${id}`,
  },
  programme: { desk: ({ unit_id, id }) => `/chuong-trinh/${unit_id}/${id}`, public: null },
  project: {
    desk: ({ unit_id, id }) => `/cong-trinh/du-an/${unit_id}/${id}`,
    public: ({ unit_id, id }) => `/du-an/${unit_id}/${id}`,
  },
}

/** The address of an origin's page; null where it has none for this reader. */
export function originPath(
  face: 'desk' | 'public',
  row: { origin_kind: string; origin_unit_id: string; origin_id: string },
): string | null {
  const path = Object.hasOwn(origins, row.origin_kind) ? origins[row.origin_kind]?.[face] : null
  return path ? path({ unit_id: row.origin_unit_id, id: row.origin_id }) : null
}
